import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentActor, queries } from "@/runtime/next";
import { ContainerPage } from "@/ui/document/container-page";
import { toSibling } from "@/ui/document/slots";
import { Validation } from "@/ui/document/validation";

interface Props {
  readonly params: Promise<{ readonly documentId: string }>;
  readonly searchParams: Promise<{ readonly field?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("validation"))("title") };
}

export default async function DocumentPage({ params, searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const document = await queries().getDocument(actor, (await params).documentId);
  if (!document) notFound();
  const { field } = await searchParams;
  const shipment = await queries().getShipment(actor, document.shipmentId);
  if (document.contents)
    return (
      <ContainerPage
        document={document}
        reference={shipment?.reference ?? ""}
        siblings={shipment?.documentList ?? []}
      />
    );
  return (
    <Validation
      key={document.id}
      document={document}
      reference={shipment?.reference ?? ""}
      siblings={(shipment?.documentList ?? []).map(toSibling)}
      initialField={field ?? null}
    />
  );
}
