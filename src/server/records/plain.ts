type Plain<Value> = Value extends Date ? string : Value;

/** A record as JSON has it: instants as text in UTC. */
export function plain<Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]: Plain<Fields[Key]> | Extract<Fields[Key], null> } {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, value instanceof Date ? value.toISOString() : value]),
  ) as { [Key in keyof Fields]: Plain<Fields[Key]> | Extract<Fields[Key], null> };
}
