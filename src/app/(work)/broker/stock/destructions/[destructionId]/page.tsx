import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentActor, queries, today } from "@/runtime/next";
import { DestructionActs } from "@/ui/destruction/destruction-acts";
import { DestructionSheet } from "@/ui/destruction/destruction-sheet";
import { PageHeader } from "@/ui/parts/page-header";

interface Props {
  readonly params: Promise<{ readonly destructionId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("destruction"))("one") };
}

/** One destruction: what stands in it, and what the reader may do now. */
export default async function DestructionPage({ params }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const { destructionId } = await params;
  const found = await queries().getDestruction(actor, destructionId);
  if (!found.ok || !found.value) notFound();
  const t = await getTranslations("destruction");
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-5 px-4 pb-10 pt-5 md:px-6 print:max-w-none print:p-0">
      <PageHeader
        title={t("one")}
        lead={
          <Link href="/broker/stock/destructions" className="print:hidden">
            {t("title")}
          </Link>
        }
      >
        <span className="flex flex-wrap gap-2 print:hidden">
          <DestructionActs destruction={found.value} today={today()} />
        </span>
      </PageHeader>
      <DestructionSheet destruction={found.value} />
    </div>
  );
}
