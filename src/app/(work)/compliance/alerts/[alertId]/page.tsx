import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { authorise } from "@/application/actor";
import { currentActor, queries } from "@/runtime/next";
import { AffectedTable } from "@/ui/alert/affected-table";
import { AlertActs } from "@/ui/alert/alert-acts";
import { scopeWords } from "@/ui/alert/alert-words";
import { Button } from "@/ui/parts/button";
import { PageHeader } from "@/ui/parts/page-header";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("alert"))("title") };
}

interface Props {
  readonly params: Promise<{ readonly alertId: string }>;
}

export default async function AlertPage({ params }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const { alertId } = await params;
  const found = await queries().getAlert(actor, alertId);
  if (!found.ok || found.value === null) notFound();
  const alert = found.value;
  const t = await getTranslations("alert");
  const canAct = alert.state === "active" && authorise(actor, "decide_review").ok;
  return (
    <div className="flex flex-col gap-5 px-4 pb-10 pt-5 md:px-6">
      <PageHeader title={scopeWords(alert)} lead={`${alert.reason} · ${alert.citation}`}>
        <Button asChild look="quiet">
          <a href={`/api/v1/alerts/${alert.id}/affected.csv`} download>
            {t("csv")}
          </a>
        </Button>
        {canAct ? (
          <AlertActs
            alertId={alert.id}
            canLift={alert.canLift}
            references={Object.fromEntries(alert.affected.map((each) => [each.shipmentId, each.reference]))}
          />
        ) : null}
      </PageHeader>
      <p className="text-sm text-muted">
        {t(`state.${alert.state}`)} · {t("since", { from: alert.validFrom, to: alert.validTo ?? "—" })} ·{" "}
        {t("raisedBy", { name: alert.raisedBy })}
        {alert.liftedBy ? ` · ${t("liftedBy", { name: alert.liftedBy, reason: alert.liftReason ?? "" })}` : ""}
      </p>
      <AffectedTable affected={alert.affected} />
    </div>
  );
}
