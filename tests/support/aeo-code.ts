import { v7 } from "uuid";

/** A code of an operator of China that no other test has. */
export function aeoCode(): string {
  return `AEOCN${String(BigInt(`0x${v7().slice(-10)}`))
    .slice(-10)
    .padStart(10, "0")}`;
}
