/** What a row of a package begins with, in a list that says under each package what it holds. */
const KIND =
  /(?<!\p{L})(?:hu|sscc|nve|colli|collo|kollo|kolli|coll?\.|colis|pallets?|plts?|paletten?|euro ?pal\p{L}*|cases?|crates?|boxe?s?|cartons?|ctns?|kartons?|holzkisten?|kisten?|verschl[aä]ge?|drums?|bundles?|bultos?|cajas?|pal[eé]s?|packages?|pkgs?|packst[uü]cke?|caisses?|palettes?|casse?|bancal\p{L}*|pallet\p{L}*|skrzyni\p{L}*|palet\p{L}*|bedn\p{L}*|krabic\p{L}*|l[aá]da|raklap|kasa|sandık|koli|kap|krat|kolly|kollin?|l[aå]da|pall)(?!\p{L})/iu;
const MEASURES =
  /(?<![\d.,])\d{2,4}(?:[.,]\d+)?\s?(?:cm|mm)?\s?[x×*]\s?\d{2,4}(?:[.,]\d+)?\s?(?:cm|mm)?\s?[x×*]\s?\d{2,4}/iu;
const SERIAL = /(?<!\d)(?:\(00\)\s?)?\d{18,20}(?!\d)/;

/** Whether a text is about a package and not about goods: its kind with its length, width and height, or its serial number. */
export function isPackage(text: string): boolean {
  return KIND.test(text) && (MEASURES.test(text) || SERIAL.test(text));
}
