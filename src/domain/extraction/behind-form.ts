/** Behind a legal form and a comma the address begins, when a name and its address share a line. */
export const AFTER_FORM =
  /^(.*?(?<![\p{L}\d])(?:ltd|limited|llc|inc|corp|corporation|gmbh|ag|kg|s\.?a|s\.?a\.?r\.?l|sas|s\.?p\.?a|s\.?r\.?l|s\.?l|b\.?v|n\.?v|plc|fze|ltda|oy|ab|a\/s|aps|k\.?k|kft|z ?o\.?o|bhd|c\.v|company|enterprise|llp|limited partnership|joint stock company|v\.?o\.?f|cc|e\.?k|a\.?ş|şti|lda|group|seisakusho co\., ltd)\.?)\s*,\s+(?!ltd|limited|inc|llc|s\.a|co\b|corp|gmbh|lda)(?=.*\d|.*,).*$/iu;

/** Behind a legal form and a mark between columns as well: "Alder Ltd · The Old Mill". */
export const AFTER_MARK =
  /^(.*(?<![\p{L}\d])(?:ltd|limited|llc|inc|corp|gmbh|ag|kg|s\.?a|s\.?a\.?r\.?l|sas|s\.?p\.?a|s\.?r\.?l|s\.?l|b\.?v|n\.?v|plc|lda|oy|ab|a\/s|aps|z ?o\.?o|bhd|c\.v|company|llp)\.?)\s+[•●·|]\s.*$/iu;

/** The number under which a firm is registered, as firms of Malaysia and Singapore print it: "Sdn. Bhd. (296188-K)". */
export const REGISTERED = /(?<=(?:bhd|ltd|llp|plt)\.?)\s*\(?\d{5,}[\d\s()-]*[A-Z]?\)?$/i;
