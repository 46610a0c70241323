import { Ban, Check, Clock, FileCheck, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { OrderRowView } from "@/contracts/views/order";
import { Badge } from "@/ui/parts/badge";

const LOOKS = {
  waiting: { tone: "plain", icon: Clock },
  mismatched: { tone: "red", icon: TriangleAlert },
  matched: { tone: "green", icon: Check },
  lodged: { tone: "blue", icon: FileCheck },
  excluded: { tone: "plain", icon: Ban },
} as const;

/** Where an order stands, in colour, sign and word. */
export function OrderState({ state }: { readonly state: OrderRowView["state"] }) {
  const t = useTranslations("orders");
  const { tone, icon: Icon } = LOOKS[state];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {t(`state.${state}`)}
    </Badge>
  );
}
