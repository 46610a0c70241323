import { squeeze } from "./fold";
import { TITLES } from "./lexicon/titles";

const NAMES = Object.keys(TITLES).filter((name) => name.length >= 5 || /\p{Script=Han}/u.test(name));
/** So much of a line that is a title is the name of a kind of paper. */
const SHARE = 0.6;

/** Whether a line is the name of a kind of paper and hardly anything else. */
export function isTitle(text: string): boolean {
  const line = squeeze(text);
  const isIn = (name: string) => line.includes(name) && (line.length * SHARE <= name.length || isChinese(name, line));
  return NAMES.some(isIn);
}

/** A Chinese name is short beside the same in English, of which a line may hold a part. */
function isChinese(name: string, line: string): boolean {
  return /\p{Script=Han}/u.test(name) && line.length < 16 && !/公司|厂/.test(line);
}
