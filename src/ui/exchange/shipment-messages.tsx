import { Mail } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { MessageRowView } from "@/contracts/views/exchange";
import { Button } from "@/ui/parts/button";
import { EmptyState } from "@/ui/parts/empty-state";
import { MessageTable } from "./message-table";

/** The shipment itself is on the page. */
const COLUMNS = { shipment: false, sent: false };

interface Props {
  readonly shipmentId: string;
  readonly messages: readonly MessageRowView[];
}

/** What of a shipment went to the authority, the newest first, with where it stands and what is next. */
export function ShipmentMessages({ shipmentId, messages }: Props) {
  const t = useTranslations("exchange");
  return (
    <div className="px-4 pt-5 md:px-6">
      {messages.length === 0 ? (
        <EmptyState
          icon={Mail}
          words={t("ofShipment.empty")}
          action={
            <Button asChild look="quiet">
              <Link href={`/broker/shipments/${shipmentId}?tab=declaration`}>{t("ofShipment.toDeclaration")}</Link>
            </Button>
          }
        />
      ) : (
        <MessageTable rows={[...messages].reverse()} visibility={COLUMNS} />
      )}
    </div>
  );
}
