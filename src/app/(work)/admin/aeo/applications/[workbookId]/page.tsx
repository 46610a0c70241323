import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { authorise } from "@/application/actor";
import { currentActor, queries } from "@/runtime/next";
import { ApplicationRuling } from "@/ui/aeo/application-ruling";
import { WorkbookBody } from "@/ui/aeo/workbook-body";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("workbook"))("applications") };
}

interface Props {
  readonly params: Promise<{ readonly workbookId: string }>;
}

export default async function ApplicationPage({ params }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  if (!authorise(actor, "see_credit").ok) notFound();
  const workbook = await queries().getWorkbook(actor, (await params).workbookId);
  if (!workbook) notFound();
  return (
    <WorkbookBody workbook={workbook}>
      {workbook.state === "submitted" && authorise(actor, "propose_aeo").ok ? (
        <ApplicationRuling id={workbook.id} holder={workbook.holder} />
      ) : null}
    </WorkbookBody>
  );
}
