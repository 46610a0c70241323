import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentActor, queries } from "@/runtime/next";
import { LiveRefresh } from "@/ui/frame/live-refresh";
import { CaseHeader } from "@/ui/review/case-header";
import { DecisionPanel } from "@/ui/review/decision-panel";
import { Dossier } from "@/ui/review/dossier";
import { SideQueue } from "@/ui/review/side-queue";
import { bandsOf } from "../../../lane-bands";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("review"))("case") };
}

interface Props {
  readonly params: Promise<{ readonly caseId: string }>;
}

export default async function ReviewCasePage({ params }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const { caseId } = await params;
  const found = await queries().getReview(actor, caseId);
  if (!found) notFound();
  const { rows } = await queries().listReviews(actor, { limit: 50, state: "open" });
  const next = rows.find((row) => row.caseId !== caseId && row.claimedBy === null)?.caseId ?? null;
  return (
    <div className="xl:grid xl:grid-cols-[14.5rem_minmax(0,1fr)]">
      <LiveRefresh path={`/shipments/${found.shipmentId}/events`} />
      <SideQueue rows={rows} current={caseId} />
      <div className="min-w-0 px-4 pb-12 pt-4 md:px-6">
        <CaseHeader review={found} />
        <div className="mt-5 grid grid-cols-1 gap-6 border-t pt-5 lg:grid-cols-[minmax(0,1fr)_19rem]">
          <Dossier review={found} bandsOf={bandsOf} />
          <DecisionPanel key={`${found.caseId}:${found.decisions}:${found.lane}`} review={found} nextCase={next} />
        </div>
      </div>
    </div>
  );
}
