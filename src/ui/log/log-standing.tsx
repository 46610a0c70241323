import { ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import type { LogStandingView } from "@/contracts/views/log";
import { Alert } from "@/ui/parts/alert";
import { Badge } from "@/ui/parts/badge";
import { Card } from "@/ui/parts/card";
import { EmptyState } from "@/ui/parts/empty-state";
import { Instant } from "@/ui/parts/instant";
import { ResolveIncident } from "./resolve-incident";

interface Props {
  readonly standing: LogStandingView;
  readonly canResolve: boolean;
}

/** The log in three parts: what everybody may see of it, who has seen it, and incidents. */
export function LogStanding({ standing, canResolve }: Props) {
  const t = useTranslations("log");
  const isStopped = standing.incidents.some(({ resolvedAt, kind }) => resolvedAt === null && kind !== "replay_differs");
  return (
    <>
      {isStopped ? <Alert tone="bad">{t("stopped")}</Alert> : null}
      <Published standing={standing} />
      <Witnesses standing={standing} />
      <Incidents standing={standing} canResolve={canResolve} />
    </>
  );
}

function Published({ standing: { published, size, waiting } }: Pick<Props, "standing">) {
  const t = useTranslations("log");
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-base font-semibold">{t("published")}</h2>
      {published === null ? (
        <p className="text-sm text-muted">{t("none")}</p>
      ) : (
        <Card aria-label={t("published")}>
          <div className="flex flex-wrap items-center gap-2">
            <strong className="font-semibold tabular-nums">{t("leaves", { count: published.size })}</strong>
            <Badge tone={published.isUnwitnessed ? "yellow" : "green"}>
              {published.isUnwitnessed ? t("unwitnessed") : t("witnessed")}
            </Badge>
            <Instant at={published.at} />
          </div>
          <p className="text-sm">
            <span className="text-muted">{t("root")}</span> <code className="break-all">{published.root}</code>
          </p>
          <p className="text-sm text-muted">
            {t("behind", { placed: size - published.size, waiting })}
            {published.seenBy.length > 0 ? ` ${t("seenBy", { names: published.seenBy.join(", ") })}` : ""}
          </p>
        </Card>
      )}
    </section>
  );
}

function Witnesses({ standing: { witnesses } }: Pick<Props, "standing">) {
  const t = useTranslations("log");
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-base font-semibold">{t("witnesses")}</h2>
      {witnesses.length === 0 ? (
        <Alert tone="warning">{t("noWitness")}</Alert>
      ) : (
        <ul className="grid gap-3 md:grid-cols-2">
          {witnesses.map(({ name, address, seenSize, failedSince, lastError }) => (
            <li key={name}>
              <Card aria-label={name}>
                <div className="flex flex-wrap items-center gap-2">
                  <strong className="break-all font-medium">{name}</strong>
                  <Badge tone={failedSince === null ? "green" : "red"}>
                    {failedSince === null ? t("answers") : t("away")}
                  </Badge>
                </div>
                <p className="text-sm text-muted">
                  <code className="break-all">{address}</code> · {t("leaves", { count: seenSize })}
                </p>
                {failedSince ? (
                  <p className="text-sm text-red">
                    {t("awaySince")} <Instant at={failedSince} /> · {lastError}
                  </p>
                ) : null}
              </Card>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Incidents({ standing: { incidents }, canResolve }: Props) {
  const t = useTranslations("log");
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-base font-semibold">{t("incidents")}</h2>
      {incidents.length === 0 ? (
        <EmptyState icon={ShieldCheck} words={t("noIncident")} />
      ) : (
        <ul className="flex flex-col gap-3">
          {incidents.map((incident) => (
            <li key={incident.id}>
              <Card aria-label={t(`kind.${incident.kind}`)}>
                <div className="flex flex-wrap items-center gap-2">
                  <strong className="font-medium">{t(`kind.${incident.kind}`)}</strong>
                  <Badge tone={incident.resolvedAt === null ? "red" : "plain"}>
                    {incident.resolvedAt === null ? t("open") : t("resolved")}
                  </Badge>
                  <Instant at={incident.at} />
                </div>
                <p className="break-words text-sm">{incident.detail}</p>
                {incident.resolvedAt ? (
                  <p className="text-sm text-muted">
                    {incident.resolvedBy}, <Instant at={incident.resolvedAt} />: {incident.resolution}
                  </p>
                ) : canResolve ? (
                  <ResolveIncident incidentId={incident.id} />
                ) : null}
              </Card>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
