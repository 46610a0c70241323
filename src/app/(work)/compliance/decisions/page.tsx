import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { authorise } from "@/application/actor";
import { currentActor, queries } from "@/runtime/next";
import { Button } from "@/ui/parts/button";
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
  // An admin of the authority answers for all rulings; an officer for their own.
  const whose = authorise(actor, "see_review_quality").ok ? "all" : "own";
  const listed = await queries().listDecisions(actor, { limit: 100, whose, ...(cursor ? { cursor } : {}) });
  if (!listed.ok) notFound();
  const t = await getTranslations("review");
  const { rows, nextCursor } = listed.value;
  return (
    <div className="flex flex-col gap-4 px-4 pb-10 pt-5 md:px-6">
      <PageHeader title={t("decisions.title")} lead={t(`decisions.lead.${whose}`)}>
        <Button asChild look="quiet">
          <a href={`/api/v1/decisions.csv?whose=${whose}`} download>
            {t("decisions.csv")}
          </a>
        </Button>
      </PageHeader>
      <DecisionTable rows={rows} />
      {nextCursor ? (
        <Button asChild look="quiet" className="self-start">
          <Link href={`?cursor=${nextCursor}`}>{t("more")}</Link>
        </Button>
      ) : null}
    </div>
  );
}
