/** One element of ASN.1 in DER or BER. */
export interface DerElement {
  /** Identifier octet: class, constructed flag, tag number (only the short form is needed for signatures). */
  readonly tag: number;
  /** The whole element, header included. */
  readonly bytes: Uint8Array;
  readonly content: Uint8Array;
}

export const derTag = {
  integer: 0x02,
  objectId: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
  context0: 0xa0,
} as const;

/** The elements that stand one after another in `bytes`; stops in front of the first that is cut or malformed. */
export function readDer(bytes: Uint8Array): readonly DerElement[] {
  const elements: DerElement[] = [];
  let at = 0;
  while (at < bytes.length) {
    const element = elementAt(bytes, at);
    if (element === null) break;
    elements.push(element);
    at += element.bytes.length;
  }
  return elements;
}

function elementAt(bytes: Uint8Array, at: number): DerElement | null {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) return null;
  if (first === 0x80) return indefiniteElement(bytes, at, tag);
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (lengthBytes > 4) return null;
  let length = first;
  if (lengthBytes > 0) {
    length = 0;
    for (const byte of bytes.subarray(at + 2, at + 2 + lengthBytes)) length = length * 256 + byte;
  }
  const start = at + 2 + lengthBytes;
  const end = start + length;
  if (end > bytes.length) return null;
  return { tag, bytes: bytes.subarray(at, end), content: bytes.subarray(start, end) };
}

/** BER as some signing programs write it: no length, two zero octets at the end. */
function indefiniteElement(bytes: Uint8Array, at: number, tag: number): DerElement | null {
  let end = at + 2;
  while (!(bytes[end] === 0 && bytes[end + 1] === 0)) {
    const child = elementAt(bytes, end);
    if (child === null) return null;
    end += child.bytes.length;
  }
  return { tag, bytes: bytes.subarray(at, end + 2), content: bytes.subarray(at + 2, end) };
}
