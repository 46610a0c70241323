import { useTranslations } from "next-intl";
import type { EndpointView } from "@/contracts/views/notification";
import { countWords } from "@/contracts/views/scalars";
import type { NoticeKind } from "@/domain/notice/kinds";
import { Badge } from "@/ui/parts/badge";
import { Card } from "@/ui/parts/card";
import { Instant } from "@/ui/parts/instant";
import { EndpointActs } from "./endpoint-acts";

interface Props {
  readonly endpoint: EndpointView;
  readonly kinds: readonly NoticeKind[];
}

/** An endpoint: where it is, what it is told, how it fares. */
export function EndpointCard({ endpoint, kinds }: Props) {
  const t = useTranslations("webhooks");
  const names = useTranslations("notifications.kind");
  const { url, state, deliveries, previousUntil } = endpoint;
  return (
    <Card aria-label={url}>
      <div className="flex flex-wrap items-center gap-2">
        <code className="min-w-0 break-all font-medium">{url}</code>
        <EndpointState endpoint={endpoint} />
      </div>
      <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {(["delivered", "pending", "failed"] as const).map((each) => (
          <div key={each} className="flex gap-1.5">
            <dt className="text-muted">{t(`count.${each}`)}</dt>
            <dd className="tabular-nums">{countWords(deliveries[each])}</dd>
          </div>
        ))}
      </dl>
      <p className="text-sm text-muted">
        {endpoint.kinds.length === kinds.length ? t("allKinds") : endpoint.kinds.map((kind) => names(kind)).join(" · ")}
      </p>
      {state === "gone" ? <p className="text-sm text-red">{t("goneLead")}</p> : null}
      {previousUntil && Date.parse(previousUntil) > Date.now() ? (
        <p className="text-sm text-muted">
          {t("overlap")} <Instant at={previousUntil} />
        </p>
      ) : null}
      <EndpointActs endpoint={endpoint} kinds={kinds} />
    </Card>
  );
}

/** Whether an endpoint is sent to; one that fails says since how many attempts. */
export function EndpointState({ endpoint: { state, failures } }: Pick<Props, "endpoint">) {
  const t = useTranslations("webhooks");
  if (state === "gone") return <Badge tone="red">✕ {t("state.gone")}</Badge>;
  if (state === "off") return <Badge>– {t("state.off")}</Badge>;
  if (failures > 0) return <Badge tone="yellow">! {t("failing", { count: failures })}</Badge>;
  return <Badge tone="green">✓ {t("state.on")}</Badge>;
}
