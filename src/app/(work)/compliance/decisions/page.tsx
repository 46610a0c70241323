import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { authorise } from "@/application/actor";
import { beginningOf } from "@/contracts/view-address";
import { currentActor, queries, viewsOf } from "@/runtime/next";
import { ListBar } from "@/ui/list/list-bar";
import { PageLinks } from "@/ui/list/page-links";
import { PageHeader } from "@/ui/parts/page-header";
import { DecisionTable } from "@/ui/review/decision-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("review"))("decisions.title") };
}

interface Props {
  readonly searchParams: Promise<{ readonly cursor?: string }>;
}

export default async function DecisionsPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const { cursor } = await searchParams;
  const views = await viewsOf(actor, "decisions");
  const beginning = beginningOf(views, await searchParams);
  if (beginning) redirect(beginning);
  // An admin of the authority answers for all rulings; an officer for their own.
  const whose = authorise(actor, "see_review_quality").ok ? "all" : "own";
  const listed = await queries().listDecisions(actor, { limit: 100, whose, ...(cursor ? { cursor } : {}) });
  if (!listed.ok) notFound();
  const t = await getTranslations("review");
  const { rows, nextCursor } = listed.value;
  return (
    <div className="flex flex-col gap-4 px-4 pb-10 pt-5 md:px-6">
      <PageHeader title={t("decisions.title")} lead={t(`decisions.lead.${whose}`)}>
        {rows.length > 0 || views.length > 0 ? <ListBar list="decisions" views={views} /> : null}
      </PageHeader>
      <DecisionTable rows={rows} />
      <PageLinks nextCursor={nextCursor} isFirst={cursor === undefined} next={t("more")} />
    </div>
  );
}
