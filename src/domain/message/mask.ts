/** Elements of the retail messages that name the consumer. */
const NAMES = "(?:buyerIdNumber|buyerName|buyerTelephone|consigneeAddress|buyerRegNo|consignee)";
const PLAIN = new RegExp(`(<(?:[\\w-]+:)?${NAMES}(?:\\s[^<>]*)?>)[^<]*`, "g");
/** A schema error carries the message that it is about as text. */
const ESCAPED = new RegExp(`(&lt;(?:[\\w-]+:)?${NAMES}(?:\\s(?:(?!&gt;).)*)?&gt;)(?:(?!&lt;)[^<])*`, "gs");

/** The text of a message with what names the consumer masked; everything else is as it was. */
export function maskConsumer(text: string): string {
  return text.replace(PLAIN, "$1***").replace(ESCAPED, "$1***");
}
