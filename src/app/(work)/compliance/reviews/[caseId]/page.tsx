import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentActor, queries } from "@/runtime/next";
import { LiveRefresh } from "@/ui/frame/live-refresh";
import { DecisionPanel } from "@/ui/review/decision-panel";
import { Dossier } from "@/ui/review/dossier";
import { ReviewQueue } from "@/ui/review/review-queue";

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
    <div className="grid gap-6 px-4 py-6 md:px-6 xl:grid-cols-[260px_1fr_340px]">
      <LiveRefresh path={`/shipments/${found.shipmentId}/events`} />
      <div className="hidden xl:block">
        <ReviewQueue rows={rows} state="open" current={caseId} isNarrow />
      </div>
      <Dossier review={found} />
      <DecisionPanel key={`${found.caseId}:${found.decisions}:${found.lane}`} review={found} nextCase={next} />
    </div>
  );
}
