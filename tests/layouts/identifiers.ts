import { hasParcelCheckDigit, hasPostalCheckDigit } from "@/domain/document/transport-number";
import type { Country } from "./pools/countries";
import type { Random } from "./random";

const LETTER_VALUE = Object.fromEntries(
  // ISO 6346 leaves out the multiples of 11.
  [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"].map((letter, at) => [letter, 10 + at + Math.floor((at + 9) / 10)]),
);

/** A container number whose check digit is right (ISO 6346). */
export function containerNumber(r: Random): string {
  const head =
    r.pick([
      "MSKU",
      "TCLU",
      "HLXU",
      "CMAU",
      "OOLU",
      "TGHU",
      "FCIU",
      "EGHU",
      "MEDU",
      "CAIU",
      "BMOU",
      "TRHU",
      "ONEU",
      "SEGU",
    ]) + String(r.int(100000, 999999));
  const sum = [...head].reduce((total, char, at) => total + (LETTER_VALUE[char] ?? Number(char)) * 2 ** at, 0);
  return `${head}${(sum % 11) % 10}`;
}

const AIRLINES: readonly (readonly [string, string])[] = [
  ["020", "LUFTHANSA CARGO"],
  ["057", "AIR FRANCE CARGO"],
  ["176", "EMIRATES SKYCARGO"],
  ["160", "CATHAY PACIFIC"],
  ["999", "AIR CHINA CARGO"],
  ["157", "QATAR AIRWAYS CARGO"],
  ["618", "SINGAPORE AIRLINES"],
  ["172", "CARGOLUX"],
  ["006", "DELTA CARGO"],
  ["016", "UNITED CARGO"],
  ["131", "JAPAN AIRLINES"],
  ["235", "TURKISH CARGO"],
  ["784", "CHINA SOUTHERN"],
  ["112", "CHINA CARGO AIRLINES"],
];

/** An air waybill: its carrier, prefix and a serial whose eighth digit is the seven before it modulo 7. */
export function airWaybill(r: Random): { prefix: string; serial: string; carrier: string } {
  const [prefix, carrier] = r.pick(AIRLINES);
  const head = r.int(1000000, 9999999);
  return { prefix, carrier, serial: `${head}${head % 7}` };
}

const CARRIERS: readonly (readonly [string, string])[] = [
  ["MAEU", "MERIDIAN LINE"],
  ["COSU", "ORIENT STAR LINES"],
  ["HLCU", "HANSA OCEAN AG"],
  ["MEDU", "MEDI OCEAN SHIPPING S.A."],
  ["OOLU", "PACIFIC CROWN LINE"],
  ["ONEY", "NIPPON BLUE OCEAN"],
  ["EGLV", "FORMOSA MARINE CORP."],
  ["CMDU", "COMPAGNIE ATLANTE"],
  ["YMLU", "SUNWAY MARINE TRANSPORT"],
  ["ZIMU", "LEVANT CONTAINER LINE"],
];

/** An ocean bill: its carrier and a number with the carrier's four letters or without. */
export function oceanBill(r: Random): { carrier: string; number: string; scac: string } {
  const [scac, carrier] = r.pick(CARRIERS);
  const tail = r.pick([
    () => r.digits(9),
    () => `${r.letters(3)}${r.digits(7)}`,
    () => r.digits(10),
    () => `${r.letters(2)}${r.letters(2)}${r.digits(6)}`,
  ])();
  return { carrier, scac, number: r.chance(0.75) ? `${scac}${tail}` : tail };
}

/** A forwarder's own bill number. */
export function houseBill(r: Random, origin: string, destination: string): string {
  return r.pick([
    () => `${r.letters(3)}${origin}${r.digits(6)}`,
    () => `${r.letters(4)}${r.digits(8)}`,
    () => `${origin}${destination}${r.digits(5)}`,
    () => `${r.letters(2)}-${r.digits(7)}`,
    () => `${r.letters(3)}/${destination}/${r.digits(5)}`,
    () => `H${r.digits(9)}`,
  ])();
}

/** An invoice's number, in one of the ways firms count. */
export function invoiceNumber(r: Random, iso: string): string {
  const year = iso.slice(0, 4);
  const yy = iso.slice(2, 4);
  return r.pick([
    () => `INV-${year}-${r.digits(4)}`,
    () => `${r.letters(2)}${yy}${r.digits(5)}`,
    () => r.digits(r.int(5, 10)),
    () => `${year}/${r.digits(3)}`,
    () =>
      `${r.letters(3)}${year}${iso.slice(5, 7)}${iso.slice(8)}${r.chance(0.5) ? r.pick(["A", "-1", "B", "01"]) : ""}`,
    () => `RE-${r.digits(6)}`,
    () => `${r.letters(1)}${r.digits(6)}`,
    () => `${r.letters(2)}/${r.digits(4)}/${yy}-${Number(yy) + 1}`,
    () => `${yy}${r.letters(3)}-${r.digits(4)}`,
    () => `CI-${r.digits(6)}`,
    () => `${r.digits(3)}-${r.digits(6)}`,
    () => `${r.letters(4)}-EXP-${r.digits(3)}`,
  ])();
}

/** A tax number as the country writes it. */
export function vatNumber(r: Random, country: Country): string {
  return fill(r, country.vat);
}

/** A pattern with # for a digit and ? for a letter, filled. */
export function fill(r: Random, pattern: string): string {
  return pattern.replace(/[#?]/g, (sign) => (sign === "#" ? String(r.int(0, 9)) : r.letters(1)));
}

/** The number of a parcel of a carrier that counts from 1Z, with its check digit. */
export function parcelNumber(r: Random): string {
  return withCheckDigit(`1Z${r.letters(3)}${r.digits(12)}`, "", hasParcelCheckDigit);
}

/** The number of a postal item, with its check digit. */
export function postalNumber(r: Random, service: string, country: string): string {
  return withCheckDigit(`${service}${r.digits(8)}`, country, (text) => hasPostalCheckDigit(text.slice(2, 11)));
}

function withCheckDigit(before: string, after: string, isRight: (text: string) => boolean): string {
  return [..."0123456789"].map((digit) => `${before}${digit}${after}`).find(isRight) ?? `${before}0${after}`;
}

/** A bank account number with its check digits (ISO 13616). */
export function iban(r: Random, code: string): string {
  const account = r.digits(18);
  const turned = `${account}${[...code].map((letter) => letter.charCodeAt(0) - 55).join("")}00`;
  const check = 98n - (BigInt(turned) % 97n);
  const whole = `${code}${String(check).padStart(2, "0")}${account}`;
  return r.chance(0.7) ? whole.replace(/(.{4})(?=.)/g, "$1 ") : whole;
}
