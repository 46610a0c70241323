import { Converter } from "opencc-js/t2cn";

const convert = Converter({ from: "t", to: "cn" });

/** Traditional Chinese characters as simplified ones, by the dictionaries of OpenCC; everything else stays as it is. */
export function simplify(text: string): string {
  return convert(text);
}
