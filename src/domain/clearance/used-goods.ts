/** Words for goods that had an owner before. */
const USED = /\b(used|second[- ]?hand|refurbished|reconditioned|remanufactured|pre-?owned)\b|二手|旧|翻新/iu;
/** "Used" as a word for what goods serve for, or do not: "adapter used with laptops", "may be used", "not used". */
const SERVES =
  /\bused (for|in|with|as|by|to|on|at|when|only|mainly|primarily)\b|\b(be|is|are|being|commonly|widely|mainly|not|never) used\b|折旧|做旧|仿旧|复旧|怀旧/giu;

/**
 * Whether the description says that the goods are used ones. The commodity code does not tell; who describes new goods
 * with such a word corrects the description.
 */
export function isDescribedAsUsed(description: string): boolean {
  return USED.test(description.replace(SERVES, " "));
}
