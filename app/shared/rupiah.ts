declare const rupiah: unique symbol;

/** Whole rupiah, a safe integer. Never a fraction, never a float; formatted only on screen. */
export type Rupiah = number & { readonly [rupiah]: true };

/** Brands a whole number of rupiah; a fraction or an unsafe integer is a bug and throws. */
export function toRupiah(amount: number): Rupiah {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not whole rupiah: ${amount}`);
  return amount as Rupiah;
}

export function addRupiah(...amounts: number[]): Rupiah {
  return toRupiah(amounts.reduce((sum, amount) => sum + amount, 0));
}

/** A share in basis points (1/100 of a per cent), rounded half up to whole rupiah; the merchant's deductions use the rounding of this one function. */
export function shareOf(amount: number, basisPoints: number): Rupiah {
  return toRupiah(Number((BigInt(amount) * BigInt(basisPoints) + 5_000n) / 10_000n));
}
