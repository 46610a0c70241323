import type { Bilingual } from "../nomenclature/nomenclature";
import { fold, stem, wordsOf } from "./words";

/** A description that names no goods, and what its writer is asked for. */
export interface Vague {
  /** The words that name nothing; none where there are no words at all. */
  readonly words: readonly string[];
  readonly ask: Bilingual;
}

/** Words that may stand for any goods. The WCO and express carriers keep such lists; this one is field practice, not checked at source. */
const NAMELESS_EN = new Set(
  (
    "part accessory gift present sample goods good item article product merchandise stuff thing misc miscellaneous " +
    "assorted mixed various general cargo freight personal effect belonging consolidated household daily necessity " +
    "commodity supply material equipment device tool kit order package parcel document promo promotional free test " +
    "spare replacement component other unknown na none as per invoice consol used brand retail commercial value no"
  )
    .split(" ")
    .map(stem),
);
const NAMELESS_ZH =
  /礼品|礼物|赠品|样品|样本|配件|零件|货物|物品|商品|产品|日用品|生活用品|杂货|杂物|百货|其他|其它|个人|私人|用品|东西|普货|一批|若干|用|的|等|及|和|一|批|件|个/g;
const HAN = /\p{Script=Han}/u;

/** Whether a text names no goods: it is empty, or all its words may stand for anything. */
export function vaguenessOf(text: string): Vague | null {
  const words = wordsOf(text).filter(({ script }) => script !== "number");
  const isNameless = words.every(({ surface, stem: bare }) =>
    HAN.test(surface) ? surface.replace(NAMELESS_ZH, "") === "" : NAMELESS_EN.has(bare),
  );
  if (!isNameless) return null;
  const shown = words.map(({ surface }) => surface);
  const said = fold(text).trim() === "" ? null : shown.join(" ");
  return {
    words: shown,
    ask: said
      ? {
          en: `"${text.trim()}" may be anything. What are the goods, what are they made of, and what are they for?`,
          zh: `“${text.trim()}”可以指任何货物。请说明是什么商品、什么材质、作什么用途。`,
        }
      : {
          en: "What are the goods, what are they made of, and what are they for?",
          zh: "请说明是什么商品、什么材质、作什么用途。",
        },
  };
}
