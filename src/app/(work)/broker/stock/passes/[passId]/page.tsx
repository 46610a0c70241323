import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentActor, queries } from "@/runtime/next";
import { PageHeader } from "@/ui/parts/page-header";
import { PassActs } from "@/ui/stock/pass-acts";
import { PassSheet } from "@/ui/stock/pass-sheet";

interface Props {
  readonly params: Promise<{ readonly passId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("stock"))("pass.title") };
}

export default async function GatePassPage({ params }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const { passId } = await params;
  const found = await queries().getGatePass(actor, passId);
  if (!found.ok || !found.value) notFound();
  const pass = found.value;
  const t = await getTranslations("stock");
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-5 px-4 pb-10 pt-5 md:px-6 print:max-w-none print:p-0">
      <PageHeader
        title={t("pass.title")}
        lead={
          <Link href={`/broker/stock/${pass.book.id}?tab=lists`} className="print:hidden">
            {pass.book.emsNo}
          </Link>
        }
      >
        <span className="flex gap-2 print:hidden">
          <PassActs passId={pass.id} hasLeft={pass.leftAt !== null} />
        </span>
      </PageHeader>
      <PassSheet pass={pass} />
    </div>
  );
}
