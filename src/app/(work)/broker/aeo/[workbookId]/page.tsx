import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { authorise } from "@/application/actor";
import { currentActor, queries } from "@/runtime/next";
import { MockAudits } from "@/ui/aeo/mock-audits";
import { SubmitWorkbook } from "@/ui/aeo/submit-workbook";
import { WorkbookBody } from "@/ui/aeo/workbook-body";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("workbook"))("title") };
}

interface Props {
  readonly params: Promise<{ readonly workbookId: string }>;
}

export default async function WorkbookPage({ params }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  if (!authorise(actor, "keep_workbook").ok) notFound();
  const workbook = await queries().getWorkbook(actor, (await params).workbookId);
  if (!workbook?.isOwn) notFound();
  const offices = await queries().listOffices(actor);
  return (
    <WorkbookBody
      workbook={workbook}
      after={<MockAudits id={workbook.id} audits={workbook.audits} criteria={workbook.criteria} />}
    >
      {workbook.canWrite && authorise(actor, "apply_for_aeo").ok ? (
        <SubmitWorkbook
          id={workbook.id}
          isReview={workbook.isReview}
          open={workbook.criteria.filter(({ gap }) => gap === "unanswered").length}
          offices={offices.map(({ id, code, name }) => ({ id, name: `${code} ${name}` }))}
        />
      ) : null}
    </WorkbookBody>
  );
}
