import type { Random } from "../random";
import { HEAD_LABELS } from "./labels";
import { GOODS_LABELS } from "./labels-goods";

const LANGS = ["en", "zh", "de", "fr", "it", "es", "nl", "pt"];
const POOL = new Map<string, Map<string, readonly string[]>>();
let key = "";
for (const row of `${HEAD_LABELS}\n${GOODS_LABELS}`.split("\n")) {
  const [lang = "", rest] = [row.slice(0, 2), row.slice(4)];
  if (LANGS.includes(lang) && row.slice(2, 4) === ": ") POOL.get(key)?.set(lang, rest.split(" | "));
  else {
    key = row;
    POOL.set(key, new Map());
  }
}

/** A name for a field in a language; "zh-en" gives both. */
export function label(r: Random, name: string, lang: string): string {
  const pool = POOL.get(name);
  if (!pool) throw new Error(`No words for ${name}`);
  if (lang === "zh-en") {
    const [zh, en] = [r.pick(pool.get("zh") ?? []), r.pick(pool.get("en") ?? [])];
    return r.pick([`${zh} ${en}`, `${en} ${zh}`, `${zh}/${en}`, `${zh}<br>${en}`]);
  }
  return r.pick(pool.get(lang) ?? pool.get("en") ?? [name]);
}
