/** How long the number of an account is in the countries of the euro. */
const LENGTHS: Readonly<Record<string, number>> = {
  AT: 20,
  BE: 16,
  DE: 22,
  EE: 20,
  ES: 24,
  FI: 18,
  FR: 27,
  GR: 27,
  HR: 21,
  IE: 22,
  IT: 27,
  LT: 20,
  LU: 20,
  LV: 21,
  NL: 18,
  PT: 25,
  SI: 19,
  SK: 24,
};
const BEGINS = /(?<![A-Z\d])[A-Z]{2}\d{2} ?(?=[A-Z\d])/g;

/** Whether a text holds the number of an account in a country of the euro, by its length and its check digits. */
export function hasEuroAccount(text: string): boolean {
  return [...text.matchAll(BEGINS)].some(({ 0: begin, index }) => {
    const length = LENGTHS[begin.slice(0, 2)] ?? 0;
    const number = text.slice(index).replace(/ /g, "").slice(0, length);
    return length > 0 && number.length === length && /^[A-Z\d]+$/.test(number) && isChecked(number);
  });
}

/** ISO 7064: with the first four at the end and letters as figures from 10 on, the rest of the division by 97 is 1. */
function isChecked(number: string): boolean {
  const turned = `${number.slice(4)}${number.slice(0, 4)}`;
  return [...turned].reduce((rest, each) => Number(`${rest}${Number.parseInt(each, 36)}`) % 97, 0) === 1;
}
