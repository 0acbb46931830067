export interface PrintedNumber {
  readonly value: number;
  /** Digits after the decimal comma. */
  readonly decimals: number;
}

/**
 * A Vietnamese number: `5.000` is five thousand, `83,3` has one decimal, `07` is seven; `98.5` is read as a decimal.
 * Null where it has two readings (`1,250`) or is none (`1.2.3`).
 */
export function readNumber(printed: string): PrintedNumber | null {
  if (/^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/.test(printed))
    return numberOf(printed.replaceAll('.', '').replace(',', '.'));
  if (/^[1-9]\d{0,2}(?:,\d{3})+$/.test(printed)) return null;
  if (/^\d+(?:,\d+)?$/.test(printed)) return numberOf(printed.replace(',', '.'));
  if (/^\d+\.\d{1,2}$/.test(printed)) return numberOf(printed);
  return null;
}

function numberOf(plain: string): PrintedNumber {
  return { value: Number(plain), decimals: plain.split('.')[1]?.length ?? 0 };
}
