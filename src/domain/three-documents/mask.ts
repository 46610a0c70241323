import { maskName } from "../declaration/consumer";
import type { PersonalKind } from "./outcome";

/** `138****5678`: enough to recognise a number that one knows. */
export function maskPhone(phone: string): string {
  const figures = phone.trim();
  return figures.length < 8
    ? "*".repeat(figures.length)
    : `${figures.slice(0, 3)}${"*".repeat(figures.length - 7)}${figures.slice(-4)}`;
}

/** An identity number of any length: first four and last two characters. */
export function maskIdentity(number: string): string {
  return number.length < 8
    ? "*".repeat(number.length)
    : `${number.slice(0, 4)}${"*".repeat(number.length - 6)}${number.slice(-2)}`;
}

/** The region of an address, without street and house. */
export function maskAddress(address: string): string {
  const characters = [...address.trim()];
  const shown = Math.min(6, Math.floor(characters.length / 3));
  return `${characters.slice(0, shown).join("")}${"*".repeat(Math.min(8, characters.length - shown))}`;
}

/** The value as it may be shown without a purpose. */
export function masked(value: string, personal: PersonalKind): string {
  if (value === "" || personal === null) return value;
  if (personal === "name") return maskName(value);
  if (personal === "identity") return maskIdentity(value);
  return personal === "phone" ? maskPhone(value) : maskAddress(value);
}
