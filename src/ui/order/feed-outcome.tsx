import { useTranslations } from "next-intl";
import { Alert } from "@/ui/parts/alert";

/** What became of a sending, as the API answers. */
export interface FeedReceiptView {
  readonly batchId: string | null;
  readonly accepted: number;
  readonly duplicate: number;
  readonly contradictory: number;
  readonly refused: number;
  readonly receipts: readonly {
    readonly index: number;
    readonly orderNumber: string | null;
    readonly outcome: string;
    readonly pointer: string | null;
    readonly message: string | null;
  }[];
}

interface Props {
  readonly receipt: FeedReceiptView;
  readonly words: "tried" | "taken";
}

/** What a file came to, or would come to, with every record that is not simply taken. */
export function FeedOutcome({ receipt, words }: Props) {
  const t = useTranslations("orders.import");
  const { batchId, accepted, duplicate, contradictory, refused, receipts } = receipt;
  const tone = refused > 0 ? "bad" : contradictory > 0 ? "warning" : "good";
  return (
    <div className="flex flex-col gap-2 text-sm">
      <Alert tone={tone}>{t(words, { accepted, duplicate, contradictory, refused })}</Alert>
      {receipts.length > 0 ? (
        <ul className="max-h-56 overflow-y-auto">
          {receipts.map((each) => (
            <li key={each.index} className="flex flex-wrap gap-x-3">
              <span className="font-medium">{each.orderNumber ?? t("row", { row: each.index + 1 })}</span>
              <span className="text-muted">{each.pointer}</span>
              <span>{each.message}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {batchId && receipts.length > 0 ? (
        <a href={`/api/v1/orders/feeds/batches/${batchId}/errors.csv`}>{t("errors")}</a>
      ) : null}
    </div>
  );
}
