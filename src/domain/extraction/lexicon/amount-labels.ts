import type { Concept } from "./concepts";
import { list } from "./list";

/** Labels of amounts of money. */
export const AMOUNT_LABELS: Partial<Readonly<Record<Concept, readonly string[]>>> = {
  currency: [
    ...list(`
    currency, currency code, curr, ccy, invoice currency, currency of sale, currency of settlement, wahrung,
    rechnungswahrung, devise, valuta, moneda, 币种, 货币, 币制, monnaie, moeda, document currency
  `),
  ],
  grand_total: [
    ...list(`
    grand total, g total, invoice total, total invoice, total invoice value, total invoice amount, invoice value,
    invoice amount, total amount, total amount payable, total value, total price, total incl vat, total incl tax,
    total including tax, total inc gst, total incl gst, total inclusive of gst, total including gst, total sales
    inclusive of gst, total sales inclusive gst, total sales incl gst, total with tax, total inclusive gst,
    gesamtbetrag, rechnungsbetrag, gesamtsumme, endbetrag, bruttobetrag, bruttosumme, rechnungssumme, gesamt brutto,
    summe brutto, total ttc, montant ttc, total a payer ttc, montant total, montant total ttc, totale fattura,
    totale documento, totale complessivo, importe total, total factura, total do documento, totaalbedrag, totaal incl btw, total
    general, valor total, total geral, importo totale, total rounded, rounded total, total amount incl gst, nett
    total, net amount payable, total brutto, gesamtbetrag brutto, gesamt inkl mwst, brutto gesamt, total gross
    amount, gross total, gross amount, total gross, total incl tva, total tva incluse, 合计金额, 总金额, 总价, 价税合计, 发票总金额,
    总值, 总计金额, 金额合计, total invoice price, invoice grand total, invoice
    total amount, total usd, total eur, total value usd, total due amount, total net amount due, amount payable, sum
    total, total for this invoice, final total, total sales, total amt, total amount rm, total rm, order total,
    total order, total charges, total charge, amount incl vat, total amount including vat, razem brutto, do zaplaty,
    total con iva, rechnungsendbetrag, gesamtrechnungsbetrag, final amount, final invoice amount, final value,
    net a votre credit, net a votre credit ttc, montant de l avoir, total avoir, total de l avoir, avoir net ttc, totaal te crediteren, te crediteren,
    totaal creditbedrag, creditbedrag, gutschriftsbetrag, gutschriftbetrag, gutschriftssumme, gesamtgutschrift, gesamt gutschrift, auszahlungsbetrag, total credit, credit total,
    total credit amount, amount credited, total credited, credit amount, totale a vostro credito, totale nota di credito, total abono, importe abono, total a abonar,
    att kreditera, summa att kreditera, att erhalla, kreditbelopp, til gode, i alt til gode, hyvitetaan, hyvitys yhteensa, erstattungsbetrag, ruckerstattungsbetrag, erstattung gesamt, refund total,
    refund amount, total refund, amount refunded, montant rembourse, montant a rembourser, total rembourse, importo rimborsato, importo del rimborso,
    totale rimborso, importe reembolsado, importe a reembolsar, total reembolso, terugbetaald bedrag, terug te betalen, totaal terugbetaling
  `),
  ],
  term_total: [
    ...list(`
    total fob value, total cif value, total fob, total cif, total cfr, total exw, total ddp, total dap, total fca, total cpt,
    total cip, fob value, cif value, total ex works, ex works value, total fob price, total cfr value, cfr value, fob total, cif total
  `),
  ],
  total: [
    ...list(`
    total, totale, totaal, gesamt, summe, somme, suma, 合计, 总计, 共计, 总 计, 合 计, totals, ttl, total sum, the total
  `),
  ],
  amount_due: [
    ...list(`
    total payable, amount due, total due, balance due, zahlbetrag, net a payer, total a payer, total a pagar, amount
    to pay, total to pay, pay this amount, payment due, please pay, net to pay, amount payable, zu zahlen,
    zahlungsbetrag, zu zahlender betrag, te betalen, a payer, netto a pagare, montant a payer, reste a payer, 应付金额,
    totale da pagare, importe a pagar, residual, total amount due, new balance
  `),
  ],
  declared_value: [
    ...list(`
    valeur en douane, total declared value, declared value for customs, declared value, customs value, total customs
    value, total customs value amount, value for customs, 申报价值, 海关申报价值, total value and currency, declared customs
    value, decl value, custom val, customs val, total val, value for customs purposes, 申报总价值
  `),
  ],
  subtotal: [
    ...list(`
    subtotal, sub total, total goods, goods total, items total, total before tax, merchandise total, 小计,
    zwischensumme, sous total, subtotale, positionssumme, total lines, total this page, page total, carried forward,
    brought forward, ubertrag, a reporter, total carried forward, product total, total goods value, goods value,
    merchandise value, total excl gst, total excluding gst, total sales excl gst, total sales excluding gst, total
    exclude gst, total excluding tax
  `),
  ],
  net_total: [
    ...list(`
    total ht, net total, total net, net amount, nettobetrag, nettosumme, montant ht, total excl vat, total excluding
    vat, total excl tax, rechnungssumme ohne ust, summe netto, total hors taxe, total hors taxes, imponibile, base
    imponible, totale imponibile, netto, gesamt netto, taxable amount, total without tax, total w o tax, amount excl
    vat, taxable value, warenwert, total neto, warenwert netto, subtotal excl vat, netto gesamt, base, total net ht,
    net, total base, gesamtbetrag netto, amount before gst, razem netto, totaal excl btw
  `),
  ],
  tax: [
    ...list(`
    vat, tax, gst, sales tax, total tax, total vat, vat amount, tax amount, vat total, tax total, total gst, gst
    amount, total gst amount, gst payable, mwst, mehrwertsteuer, ust, umsatzsteuer, ust gesamt, steuerbetrag,
    steuer, mwst betrag, ust betrag, umsatzsteuerbetrag, summe ust, summe mwst, gesamt mwst, zzgl mwst, zzgl ust,
    zuzuglich mwst, zuzuglich ust, enthaltene mwst, steuerbetrag in, zzgl umsatzsteuer, zuzuglich umsatzsteuer, tva,
    montant tva, total tva, montant de la tva, iva, importe iva, totale iva, imposta, totale imposta, cuota iva,
    total iva, btw, btw bedrag, totaal btw, impuestos, total impuestos, vat charged, tax due, consumption tax, hst,
    pst, service tax, total taxes, taxes, sst, moms, igst, dont tva, 税额, 增值税, 增值税额, 税金, 总税额, 合计税额, add gst, gst rm,
    btw verlegd, vat reverse charged, vat reverse charge, reverse charge vat, tva autoliquidee, tva autoliquidation, autoliquidation tva,
    iva inversione contabile, iva inversion del sujeto pasivo, omvendt betalingspligt moms, omvand skattskyldighet moms,
    add vat, vat payable, total tax amount, total vat amount, podatek vat, kwota vat
  `),
  ],
  tax_rate: [
    ...list(`
    vat rate, tax rate, rate, steuersatz, mwst satz, ust satz, taux tva, aliquota, 税率, tax code, steuersatz %, gst
    rate, tax %, vat %, tax summary, gst summary, ust satz %, tipo iva
  `),
  ],
  freight: [
    ...list(`
    freight, freight charges, freight charge, freight cost, ocean freight, sea freight, air freight, international
    freight, shipping cost, shipping charges, freight amount, 运费, 海运费, 空运费, transport cost, shipping and handling,
    shipping & handling, transportation charges, shipping, frachtkosten, versandkosten, frais de port, freight and
    charges, add freight, shipping cost total
  `),
  ],
  insurance: [
    ...list(`
    insurance, insurance premium, insurance charge, insurance charges, insurance cost, 保险费, 保费, 保险, add insurance
  `),
  ],
};
