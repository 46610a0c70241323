import type { Feature } from "./feature";
import { GOODS_FEATURES } from "./goods-features";
import { RECORD_FEATURES } from "./record-features";
import type { Sight } from "./sight";
import { TRADE_FEATURES } from "./trade-features";

/** All that the model looks at, in the order of the columns. */
export const FEATURES: readonly Feature[] = [...GOODS_FEATURES, ...RECORD_FEATURES, ...TRADE_FEATURES];

/** The features of an entry, in the order of FEATURES. */
export function featuresFrom(sight: Sight): Float64Array {
  const row = new Float64Array(FEATURES.length);
  for (let index = 0; index < row.length; index++) row[index] = FEATURES[index]?.of(sight) ?? Number.NaN;
  return row;
}
