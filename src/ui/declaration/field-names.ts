/** Declared values are named as the law names them, what documents say as documents do; most names are the same. */
const FIELD_OF: Readonly<Record<string, string>> = {
  invoiceNumber: "invoice_number",
  invoiceDate: "date",
  invoiceTotal: "total",
  transportNumber: "transport_number",
  grossWeightKg: "gross_weight_kg",
  netWeightKg: "net_weight_kg",
  portOfLoading: "port_of_loading",
  portOfDischarge: "port_of_discharge",
  commodityCode: "hs_code",
  unitPrice: "unit_price",
};

/** The name under which a declared value is typed. */
export function fieldNameOf(name: string): string {
  return FIELD_OF[name] ?? name;
}
