import type { Language } from "@/contracts/words";

export type Encoding = "identity" | "gzip" | "br";

/** What a header accepts with how much preference, 0 to 1; what is named with none is 1. */
function preferences(header: string): readonly (readonly [string, number])[] {
  return header.split(",").map((entry) => {
    const [name = "", ...parameters] = entry.split(";");
    const quality = parameters.map((each) => /^\s*q=([0-9.]+)\s*$/i.exec(each)?.[1]).find(Boolean);
    return [name.trim().toLowerCase(), quality === undefined ? 1 : Number(quality)] as const;
  });
}

/** The language that is wanted more of the two that there are; English where neither is. */
export function languageOf(header: string): Language {
  const best = (language: Language) =>
    Math.max(
      0,
      ...preferences(header).map(([name, quality]) =>
        name === language || name.startsWith(`${language}-`) ? quality : 0,
      ),
    );
  return best("zh") > best("en") ? "zh" : "en";
}

/** The smallest form that is accepted. */
export function encodingOf(header: string): Encoding {
  const accepted = new Map(preferences(header));
  if ((accepted.get("br") ?? 0) > 0) return "br";
  return (accepted.get("gzip") ?? 0) > 0 ? "gzip" : "identity";
}

const MOST_REMEMBERED = 500;

/** Remembers what few different headers come to; what somebody makes up is not remembered without end. */
export function remembered<T>(read: (header: string) => T): (header: string) => T {
  const known = new Map<string, T>();
  return (header) => {
    const found = known.get(header);
    if (found !== undefined) return found;
    const value = read(header);
    if (known.size < MOST_REMEMBERED) known.set(header, value);
    return value;
  };
}
