import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { OfficeView, ShipmentView } from "@/contracts/views/shipment";
import { takesDeclaration } from "@/domain/clearance/lifecycle";
import { DocumentStrip } from "@/ui/document/document-strip";
import { Section as Part } from "@/ui/parts/card";
import { Instant } from "@/ui/parts/instant";
import { FillFromPassport } from "@/ui/passport/fill-from-passport";
import { TaxSummary } from "@/ui/tax/tax-summary";
import { AddAdjustment } from "./adjustments";
import { ConsumerForm } from "./consumer-form";
import { GoodsLines } from "./goods-lines";
import { IssueList } from "./issue-list";
import { IssueSummary } from "./issue-summary";
import { OfficeSwitch } from "./office-switch";
import { RegimeSwitch } from "./regime-switch";
import { anchorOf, linesOf, SECTIONS, type Section, sectionOfIssue, sectionOfValue } from "./sections";
import { SubmitPanel } from "./submit-panel";
import { TaskList } from "./task-list";
import { ValueGrid } from "./value-grid";

interface Props {
  readonly shipment: ShipmentView;
  /** The offices at which it may be lodged. */
  readonly offices: readonly OfficeView[];
}

/** The one declaration: what stands in it, where each value came from, what is still open, and the way to lodge it. */
export function DeclarationPanel({ shipment, offices }: Props) {
  const t = useTranslations("declaration");
  const { declaration, gates } = shipment;
  const [gate] = gates;
  const isOpen = gate !== undefined && takesDeclaration(gate.state);
  const header = (section: Section) =>
    declaration.values.filter((value) => value.line === null && sectionOfValue(value.name) === section);
  // Adjustments of the price that nobody stated have no row: there are many, and few shipments have one.
  const shown = (section: Section) =>
    header(section).filter(({ pointer, value }) => value !== null || !pointer.startsWith("/adjustments/"));
  const grid = (section: Section) => <ValueGrid values={shown(section)} shipment={shipment} isOpen={isOpen} />;
  const bodies: Readonly<Record<Section, ReactNode>> = {
    papers: <DocumentStrip documents={shipment.documentList} />,
    regime: (
      <div className="grid grid-cols-1 gap-4">
        <RegimeSwitch shipmentId={shipment.id} regime={shipment.regime} isDisabled={!isOpen} />
        {isOpen && offices.length > 0 ? (
          <OfficeSwitch shipmentId={shipment.id} officeId={shipment.office?.id ?? null} offices={offices} />
        ) : (
          <p className="text-sm">
            <span className="text-muted">{t("office")}: </span>
            {shipment.office?.name ?? "—"}
          </p>
        )}
        {shipment.regime === "1210" ? (
          <ConsumerForm shipmentId={shipment.id} consumer={declaration.consumer} isOpen={isOpen} />
        ) : null}
      </div>
    ),
    parties: <ValueGrid values={header("parties")} shipment={shipment} isOpen={isOpen} isSingle />,
    invoice: (
      <>
        {grid("invoice")}
        {isOpen ? (
          <AddAdjustment
            shipmentId={shipment.id}
            stated={header("invoice").flatMap((value) => (value.value === null ? [] : [value.name]))}
          />
        ) : null}
      </>
    ),
    transport: grid("transport"),
    goods: (
      <>
        <GoodsLines shipment={shipment} isOpen={isOpen} />
        {isOpen && linesOf(declaration).length > 0 ? (
          <FillFromPassport shipmentId={shipment.id} lines={linesOf(declaration)} />
        ) : null}
      </>
    ),
    tax: <TaxSummary shipment={shipment} />,
  };
  return (
    <div className="grid grid-cols-1 gap-x-6 gap-y-6 px-4 pt-5 md:px-6 lg:grid-cols-[minmax(0,1fr)_19rem] xl:grid-cols-[10rem_minmax(0,1fr)_19rem]">
      <TaskList declaration={isOpen ? declaration : { ...declaration, issues: [] }} />
      <div className="flex min-w-0 flex-col gap-7">
        {isOpen ? (
          <IssueSummary issues={declaration.issues} />
        ) : declaration.lodgedAt ? (
          <p className="text-sm text-muted">
            {t("settled", { version: declaration.version ?? 1 })} <Instant at={declaration.lodgedAt} look="full" />
          </p>
        ) : null}
        {SECTIONS.map((section) => (
          <Part
            key={section}
            id={anchorOf(section)}
            title={
              section === "goods" ? t("goodsLines", { count: linesOf(declaration).length }) : t(`section.${section}`)
            }
          >
            {isOpen ? (
              <IssueList issues={declaration.issues.filter((issue) => sectionOfIssue(issue) === section)} />
            ) : null}
            {bodies[section]}
          </Part>
        ))}
      </div>
      <aside>
        <SubmitPanel shipment={shipment} />
      </aside>
    </div>
  );
}
