/** Whether an air waybill number (3-digit prefix and 8 digits) ends in its check digit: the serial's seven digits mod 7. */
export function hasAirWaybillCheckDigit(text: string): boolean {
  const match = /^(\d{3})-?\s?(\d{7})(\d)$/.exec(text.trim());
  return match !== null && Number(match[2]) % 7 === Number(match[3]);
}

/** Whether a container number has the check digit of ISO 6346: letters from A = 10 without multiples of 11, weights 2^i. */
export function hasContainerCheckDigit(text: string): boolean {
  const number = text.replace(/[\s-]/g, "").toUpperCase();
  if (!/^[A-Z]{3}[UJZ]\d{7}$/.test(number)) return false;
  const sum = [...number.slice(0, 10)].reduce(
    (total, character, index) => total + letterValue(character) * 2 ** index,
    0,
  );
  return (sum % 11) % 10 === Number(number.at(-1));
}

/** Container numbers that carry their check digit; they need no label. */
export function containersIn(text: string): readonly string[] {
  return [...text.toUpperCase().matchAll(/[A-Z]{3}[UJZ]\s?\d{6}[-\s]?\d/g)]
    .map((match) => match[0].replace(/[\s-]/g, ""))
    .filter(hasContainerCheckDigit);
}

function letterValue(character: string): number {
  if (/\d/.test(character)) return Number(character);
  const position = character.charCodeAt(0) - 65;
  const plain = position + 10;
  // 11, 22 and 33 are left out, so what comes after each is one higher.
  return plain + Math.floor((plain - 1) / 10);
}
