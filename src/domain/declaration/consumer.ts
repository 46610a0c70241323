/** A retail consumer as they may be shown and found: the name and the number themselves stay sealed. */
export interface Consumer {
  readonly nameMasked: string;
  /** A keyed digest of the identity number, by which orders of the same person are found. */
  readonly identityToken: string;
  readonly identityMasked: string;
}

/** Whether the resident identity number has the right check character: ISO 7064 MOD 11-2, as GB 11643-1999 asks. */
export function isResidentNumber(number: string): boolean {
  if (!/^\d{17}[\dX]$/.test(number)) return false;
  let remainder = 0;
  for (const digit of number.slice(0, 17)) remainder = ((remainder + Number(digit)) * 2) % 11;
  const check = (12 - remainder) % 11;
  return number.at(-1) === (check === 10 ? "X" : String(check));
}

/** `J*** D**` and `王**`: enough to recognise a name that one knows. */
export function maskName(name: string): string {
  return name
    .trim()
    .split(/\s+/)
    .map((word) => [...word].map((character, index) => (index === 0 ? character : "*")).join(""))
    .join(" ");
}

/** `1101************2X`, the form in which a resident number is shown. */
export function maskResidentNumber(number: string): string {
  return `${number.slice(0, 4)}${"*".repeat(12)}${number.slice(-2)}`;
}
