import { isUnder } from "../tariff/commodity-code";

/** Kinds of goods that an authority of the market watches over, each in its own way. */
export const PRODUCT_CLASSES = [
  "food",
  "infant_formula",
  "health_food",
  "alcohol",
  "tobacco",
  "animals",
  "plants",
  "seeds",
  "feed",
  "timber",
  "cosmetics",
  "medicines",
  "veterinary_medicines",
  "special_articles",
  "medical_devices",
  "pesticides",
  "compulsory_certification",
  "energy_label",
  "radio_equipment",
] as const;
export type ProductClass = (typeof PRODUCT_CLASSES)[number];

/**
 * The chapters, headings and subheadings of each class: screening by the Harmonized System, not checked at source line
 * by line. What is asked of a class, where, and since which day is no matter of this table but of the dated rules.
 */
const HEADINGS: Readonly<Record<ProductClass, readonly string[]>> = {
  food: [
    ...["02", "03", "04", "0504", "0710", "0711", "0712", "0713", "0801", "0802", "0805", "0810", "0813"],
    ...["0901", "0902", "0904", "0910", "11", "15", "16", "17", "18", "19", "20", "21", "22"],
  ],
  infant_formula: ["190110"],
  health_food: ["210690"],
  alcohol: ["2203", "2204", "2205", "2206", "2208"],
  tobacco: ["24"],
  animals: ["01", "02", "03", "04", "05"],
  plants: ["06", "07", "08", "10", "12"],
  seeds: [
    ...["0601", "0602", "1209"],
    ...["100111", "100191", "100210", "100310", "100410", "100510", "100610", "120110", "120230"],
  ],
  feed: ["230120", "2309"],
  timber: ["4403", "4406", "4407"],
  // Toothpaste has been under the rules of ordinary cosmetics only since 2023: the rules name it apart.
  cosmetics: ["3303", "3304", "3305", "330610", "3307"],
  medicines: ["300212", "300213", "300214", "300215", "300241", "3003", "3004", "300660"],
  veterinary_medicines: ["300230", "300242"],
  special_articles: ["3001", "3002"],
  medical_devices: [
    ...["3005", "300610", "300640", "382211", "382212", "382213", "401410", "401512", "900130"],
    ...["9018", "9019", "9020", "9021", "9022"],
  ],
  pesticides: ["3808"],
  compulsory_certification: [
    ...["4011", "7007", "8415", "8418", "8450", "8471", "8504", "850760", "8508", "8509", "8516", "8517", "8528"],
    ...["8536", "8544", "8702", "8703", "8711", "9503"],
  ],
  energy_label: ["841460", "8415", "8418", "8450", "851610", "8528", "853952"],
  radio_equipment: ["851713", "851714", "8806"],
};

/** The classes that goods of this commodity code fall under, in the order of the list; empty where none does. */
export function productClasses(commodityCode: string): readonly ProductClass[] {
  return PRODUCT_CLASSES.filter((each) => isOfClass(commodityCode, each));
}

/** Whether goods of this commodity code are of the class. */
export function isOfClass(commodityCode: string, productClass: ProductClass): boolean {
  return HEADINGS[productClass].some((heading) => isUnder(commodityCode, heading));
}
