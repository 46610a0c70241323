import type { Knowledge } from "@/domain/classification/knowledge";
import { knowledgeOf } from "@/domain/classification/knowledge";
import { trainClassifier } from "@/domain/classification/train-classifier";
import { type Nomenclature, parseNomenclature } from "@/domain/nomenclature/nomenclature";
import { parseTradeWords } from "@/domain/nomenclature/trade-words";

/** A nomenclature of a few headings, small enough to train on in a test. */
export const SMALL: Nomenclature = parseNomenclature(
  2022,
  [
    "code\ten\tzh\twordsEn\twordsZh",
    "42\tLeather goods and bags\t皮革制品及箱包\tbag\t箱包",
    "4202\tCases, bags and wallets\t箱、包及钱包\tbag;wallet\t箱包;钱包",
    "420221\tLeather handbags\t皮革面手提包\tleather handbag;leather tote\t真皮手提包;真皮女包",
    "420222\tPlastic-sheet or textile handbags\t塑料片或纺织材料面手提包\tPU handbag;canvas tote\t帆布手提包;尼龙女包",
    "61\tKnitted clothing\t针织服装\tknitwear\t针织衫",
    "6109\tKnitted T-shirts\t针织T恤\tt-shirt\tT恤",
    "610910\tCotton T-shirts\t棉制针织T恤\tcotton t-shirt;cotton tank top\t棉T恤;纯棉T恤",
    "610990\tT-shirts of other textiles\t其他材料制针织T恤\tpolyester t-shirt\t涤纶T恤",
    "62\tWoven clothing\t机织服装\twoven apparel\t梭织服装",
    "6205\tMen's or boys' woven shirts\t男式机织衬衫\tmen's shirt\t男衬衫",
    "620520\tMen's or boys' woven cotton shirts\t男式棉制机织衬衫\tmen's cotton shirt;oxford shirt\t男棉衬衫;牛津衬衫",
    "85\tElectrical machinery\t电气设备\telectronics\t电器",
    "8518\tMicrophones, loudspeakers and headphones\t麦克风、扬声器及耳机\taudio\t音响",
    "851830\tHeadphones and earphones\t耳机\theadphones;wireless earbuds\t耳机;无线耳机",
    "851890\tParts of loudspeakers and headphones\t扬声器及耳机的零件\theadphone parts;speaker cone\t耳机零件",
  ].join("\n"),
);

export const SMALL_TRADE_WORDS = parseTradeWords(
  "small.tsv",
  [
    "code\tlang\tkind\ttext",
    "851830\ten\ttitle\tWireless Bluetooth Earphones with Charging Case",
    "851830\ten\tbrand\tAirPods",
    "420221\ten\ttitle\tWomen's Genuine Leather Handbag Shoulder Tote",
  ].join("\n"),
);

/** What suggestions of tests are made from; trained once for all tests of a file. */
export function smallKnowledge(): Knowledge {
  const tuning = [
    { id: "a", description: "a handbag made of leather", codes: ["420221"] },
    { id: "b", description: "cotton t-shirt", codes: ["610910"] },
    { id: "c", description: "真皮女包", codes: ["420221"] },
    { id: "d", description: "Wireless Earbuds | Electronics > Earphones", codes: ["851830"] },
  ];
  const sources = [
    { kind: "parcel", text: "wrlss earphones blk", codes: ["851830"] },
    { kind: "reference", text: "headphones", codes: ["851830"] },
    { kind: "tariff", text: "Leather goods ; Handbags ; With outer surface of leather", codes: ["420221"] },
  ] as const;
  return knowledgeOf(SMALL, SMALL_TRADE_WORDS, trainClassifier(SMALL, SMALL_TRADE_WORDS, sources, tuning));
}
