/** Units in types: a number that means something says so, and the compiler keeps them apart. */

declare const unit: unique symbol;
type Unit<Name extends string> = number & { readonly [unit]: Name };

/** A whole number of the smallest unit of money of a sheet: amount x 10^decimals. Always a safe integer. */
export type MinorUnits = Unit<'MinorUnits'>;
/** Index into Ledger.parties. */
export type PartyId = Unit<'PartyId'>;
/** Index of a deal in the Ledger's columns (not a row of the sheet: that is Ledger.sheetRow[deal]). */
export type DealIndex = Unit<'DealIndex'>;
/** Days since 1970-01-01. */
export type Day = Unit<'Day'>;
