/** A word of a description: as it stands there, as it is compared, and where the text breaks before it. */
export interface Word {
  readonly surface: string;
  /** Folded and without its ending; for Chinese the word itself. */
  readonly stem: string;
  readonly script: "latin" | "han" | "number";
  /** The word opens a new phrase: a comma, a bracket or a word such as "for" stands before it. */
  readonly opens: boolean;
  /** The words before it in its phrase were opened by "for", "with" or the like: it says what the goods are not. */
  readonly aside: boolean;
}

/** Words that say nothing of the goods. */
const EMPTY = new Set(
  (
    "a an the and or of to in on at by is are be it its as that this which from into than other not no whether new hot " +
    "sale pcs pc set lot pack piece x various variety several multiple specifically particular specific related such " +
    "between among within each per also either both all any their them they being was were will may can more most very " +
    "use production manufacture imported china chinese taiwan indonesia india japan korea thailand mexico vietnam " +
    "germany country style type model series version edition approximately about measuring named called known"
  ).split(" "),
);

/** After these an English phrase names a purpose, a part or a company of the goods, and no longer the goods. */
const TURNS = new Set(
  (
    "for with of in from to made used using containing including composed consisting by on that which featuring designed " +
    "having has intended suitable constructed comprised comprising installed when while where without"
  ).split(" "),
);

/** One spelling for words that are written in several ways; trade and shops mix British, American and short forms. */
const ONE_SPELLING: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "aluminium aluminum,tyre tire,grey gray,jewellery jewelry,fibre fiber,colour color,moulded molded,mould mold," +
    "pyjama pajama,pyjamas pajama,pajamas pajama,pjs pajama,pj pajama,ladies women,lady women,womens women,woman women," +
    "wmn women,womans women,female women,mens men,man men,gents men,male men,gentlemen men,girls girl,boys boy,kids child," +
    "kid child,children child,childrens child,childs child,baby baby,babies baby,infant baby,infants baby,toddler baby," +
    "tee t-shirt,tees t-shirt,tshirt t-shirt,tshirts t-shirt,sulphur sulfur,plough plow,doughnut donut,yoghurt yogurt," +
    "whisky whiskey,centre center,metre meter,litre liter,organiser organizer,moisturiser moisturizer,moisturising moisturizing," +
    "crocheted crochet,knitted knit,knitwear knit,knits knit,woollen wool,woolen wool,leggings legging,trousers trouser," +
    "shorts shorts,briefs briefs,tights tights,shoes shoe,scissors scissor,glasses eyeglass,eyeglasses eyeglass,sunglasses sunglass,stainless stainless,socks sock,jeans jean,trunks trunk," +
    "bluetooth bluetooth,earphones earphone,headphones headphone,earbuds earphone,earbud earphone,teeth tooth,feet foot," +
    "leaves leaf,knives knife,shelves shelf,scarves scarf,scarfs scarf,mice mouse,geese goose,loaves loaf,polyethene polyethylene"
  )
    .split(",")
    .map((pair) => pair.split(" ") as [string, string]),
);

/** Colours, countries, praise and packings, which all goods have: they are heard, but less. */
const MUTED = new Set(
  (
    "black white blue red pink green yellow purple brown beige grey gray navy orange multicolor multi color colour " +
    "large small mini big medium xl xxl extra super ultra cute fashion luxury vintage quality high classic original " +
    "arrival premium professional universal portable multifunctional creative funny " +
    "日本 德国 美国 韩国 法国 意大利 澳洲 澳大利亚 新西兰 瑞士 西班牙 荷兰 英国 瑞典 丹麦 加拿大 泰国 奥地利 俄罗斯 进口 国产 海外 " +
    "红色 黑色 白色 蓝色 粉色 粉红色 绿色 黄色 紫色 灰色 棕色 米色 银色 金色 橙色 多色 粉 黄 蓝 白 黑 灰 " +
    "盒 盒装 罐 罐装 袋 袋装 瓶 瓶装 装 包 支 克 升 毫升 只 个 件 号 款 型 新品 新款 经典 限量 限量版 正品 直邮 天猫 特色 优质 全新 装饰 材质 小 大 中"
  ).split(" "),
);

const HAN = /\p{Script=Han}/u;
const TOKEN = /\p{Script=Han}+|[a-z]+(?:['’][a-z]+)?|\d+(?:[.,]\d+)*|[,;:|()[\]/&>.!?，。、；：（）【】《》/]/gu;

/** How much a word is heard: a muted one a third. */
export function loudness(word: string): number {
  return MUTED.has(word) ? 0.35 : 1;
}

/** Folds case, width and accents, and joins what apostrophes and hyphens of short forms part. */
export function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/&(amp|#39|quot|nbsp);/g, " ")
    .replace(/\bt[- ]shirt/g, "tshirt")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .normalize("NFC");
}

/** The word without the ending of its plural, in one spelling. */
export function stem(word: string): string {
  const plain = word.replace(/['’]s$/, "").replace(/['’]/g, "");
  const known = Object.hasOwn(ONE_SPELLING, plain) ? ONE_SPELLING[plain] : undefined;
  if (known) return known;
  const single = singular(plain);
  return (Object.hasOwn(ONE_SPELLING, single) ? ONE_SPELLING[single] : undefined) ?? single;
}

function singular(word: string): string {
  if (word.length < 4 || !word.endsWith("s") || /(ss|us|is)$/.test(word)) return word;
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** The consonants of a word, doubles once: what is left of it on labels that save letters ("mscr", "sntrytwls"). */
export function skeleton(word: string): string {
  const consonants = word.slice(1).replace(/[aeiouy]/g, "");
  return `${word.slice(0, 1)}${consonants}`.replace(/(.)\1+/g, "$1");
}

/** What a text names before it turns to what the goods are made of, have or are for; all of it where it turns at once. */
export function headOf(text: string): string {
  const words = wordsOf(text);
  const turn = words.findIndex(({ aside }) => aside);
  return turn <= 0
    ? text
    : words
        .slice(0, turn)
        .map(({ surface }) => surface)
        .join(" ");
}

/** The words of a text in their order; signs part phrases, empty words are left out but may turn the phrase. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  let opens = true;
  let aside = false;
  for (const [token] of fold(text).matchAll(TOKEN)) {
    if (HAN.test(token)) {
      words.push({ surface: token, stem: token, script: "han", opens, aside });
      opens = false;
    } else if (/^\d/.test(token)) {
      words.push({ surface: token, stem: token, script: "number", opens, aside });
    } else if (/^[a-z]/.test(token)) {
      const turns = TURNS.has(token);
      if (turns) opens = aside = true;
      if (turns || EMPTY.has(token)) continue;
      words.push({ surface: token, stem: stem(token), script: "latin", opens, aside });
      opens = false;
    } else {
      opens = true;
      aside = false;
    }
  }
  return words;
}
