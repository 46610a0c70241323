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

/** Whether a value has the form of a number with a check digit, and the digit does not fit; a figure of it is wrong. */
export function failsCheckDigit(field: string, value: string): boolean {
  if (field === "container_numbers") return /^[A-Z]{3}[UJZ]\d{7}$/.test(value) && !hasContainerCheckDigit(value);
  const mayBeAirWaybill = field === "transport_number" || field === "master_number";
  return mayBeAirWaybill && /^\d{3}-\d{8}$/.test(value) && !hasAirWaybillCheckDigit(value);
}

/** Container numbers that carry their check digit; they need no label. */
export function containersIn(text: string): readonly string[] {
  return [...text.toUpperCase().matchAll(/[A-Z]{3}[UJZ](?:\s?\d){3}\.?(?:\s?\d){3}[-\s]?\d/g)]
    .map((match) => match[0].replace(/[\s.-]/g, ""))
    .filter(hasContainerCheckDigit);
}

/** What has the form of container numbers, whether or not their check digits fit. */
export function containerFormsIn(text: string): readonly string[] {
  return [...text.toUpperCase().matchAll(/(?<![A-Z0-9])[A-Z]{3}[UJZ]\s?\d{6}[-\s]?\d(?![A-Z0-9])/g)].map((match) =>
    match[0].replace(/[\s-]/g, ""),
  );
}

/** Whether the eight digits of a postal item (UPU S10) end in their check digit: weights 8 6 4 2 3 5 9 7, 11 less the rest. */
export function hasPostalCheckDigit(digits: string): boolean {
  if (!/^\d{9}$/.test(digits)) return false;
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  const rest = weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11;
  const check = rest === 0 ? 5 : rest === 1 ? 0 : 11 - rest;
  return check === Number(digits[8]);
}

/** Whether the eighteen characters of a parcel number (1Z…) end in their check digit: figures, letters from A = 2, every other one twice. */
export function hasParcelCheckDigit(text: string): boolean {
  if (!/^1Z[A-Z0-9]{15}\d$/.test(text)) return false;
  const sum = [...text.slice(2, 17)].reduce((total, character, at) => {
    const value = /\d/.test(character) ? Number(character) : (character.charCodeAt(0) - 63) % 10;
    return total + value * (at % 2 === 0 ? 1 : 2);
  }, 0);
  return (10 - (sum % 10)) % 10 === Number(text.at(-1));
}

/** Whether the last digit is the check digit of GS1: weights 3 and 1 from the right, the rest to ten. */
export function hasGs1CheckDigit(digits: string): boolean {
  if (!/^\d{8,18}$/.test(digits)) return false;
  const sum = [...digits]
    .reverse()
    .slice(1)
    .reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10 === Number(digits.at(-1));
}

/** What engines take for one another, letter and figure. */
const AS_LETTER: Readonly<Record<string, string>> = { "0": "O", "1": "I", "2": "Z", "5": "S", "8": "B", "6": "G" };
const AS_FIGURE: Readonly<Record<string, string>> = {
  O: "0",
  D: "0",
  Q: "0",
  I: "1",
  L: "1",
  Z: "2",
  S: "5",
  B: "8",
  G: "6",
  T: "7",
};

/**
 * Container numbers in which letters were read for figures or figures for letters, put right where that alone makes the
 * check digit fit; a number that fits as it stands is not among them.
 */
export function repairedContainersIn(text: string): readonly string[] {
  return [
    ...text.toUpperCase().matchAll(/(?<![A-Z0-9])([A-Z0-9]{3}[UJZ])\s?([A-Z0-9]{6})[-\s]?([A-Z0-9])(?![A-Z0-9])/g),
  ].flatMap((match) => {
    const owner = [...(match[1] ?? "")].map((each) => AS_LETTER[each] ?? each).join("");
    const figures = [...`${match[2]}${match[3]}`].map((each) => AS_FIGURE[each] ?? each).join("");
    const read = `${match[1]}${match[2]}${match[3]}`;
    const repaired = `${owner}${figures}`;
    const slips = [...read].filter((each, at) => each !== repaired[at]).length;
    return slips > 0 && slips <= 2 && hasContainerCheckDigit(repaired) ? [repaired] : [];
  });
}

function letterValue(character: string): number {
  if (/\d/.test(character)) return Number(character);
  const position = character.charCodeAt(0) - 65;
  const plain = position + 10;
  // 11, 22 and 33 are left out, so what comes after each is one higher.
  return plain + Math.floor((plain - 1) / 10);
}
