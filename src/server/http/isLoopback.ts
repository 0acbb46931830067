/** An address of this very machine. */
export function isLoopback(address: string): boolean {
  return address === '::1' || address === '[::1]' || /^(::ffff:)?127\./.test(address) || address === 'localhost';
}
