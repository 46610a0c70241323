import type { Concept } from "./concepts";
import { list } from "./list";
import { numbered } from "./numbered";

/** Labels that tills print, in the languages of their countries. */
export const TILL_LABELS: Partial<Readonly<Record<Concept, readonly string[]>>> = {
  invoice_number: [
    ...numbered(
      ...list(`
    rcpt, rct, sales receipt, cash sales, kassenbon, bon, quittung, quittungs, kassabon, kvitto, kvittering, kuitti, bong, paragon,
    uctenka, nyugta, bon fiscal, fis, struk, nota, resit, faktur, scontrino, documento commerciale, ticket de caisse,
    factura simplificada, fatura simplificada, recibo, cupom, chk, check
  `),
    ),
    ...list(`
    bill, rcpt, receipt, trx no, trn no, bill id, bon nummer, bonnummer, belegnr, no ticket, n ticket, no de ticket, num ticket,
    ticket n, nr paragonu, nr wydruku, nr rachunku, no struk, no nota, no bon, no resit, no invois, no faktur, no transaksi,
    nomor struk, nomor transaksi, receipt id, doc commerciale n, documento n, documento commerciale n, レシート番号, 小票号, 单据号, 영수증번호
  `),
  ],
  till_number: [
    ...numbered(
      ...list(`
    tran, trans, trn, trx, txn, tx, transaction, transaksi, transaccion, transazione, transaktion, tkt, ticket, sale, sales, slip, seq, sequence, order, ord, rct, docket, chq, folio, ticket caisse, bong, verkaufs, vorgangs, vorgang,
    tiket, operacion, op, ope, operazione, nsu, coo, ccf, extrato, ft, fs, vd, talon, doklad, doc, dokument, blocek, bizonylat, nyugta, racun, kuitti, salg, salgs, ekspedisjon, kvitt, ba, bonnr
  `),
    ),
    ...list(`
    tran, trans, trn, trx, txn, transaction, transaksi, tkt, ticket, check, chk, bon, struk, nota, resit, slip, docket, kvitto, kvittering, kuitti, bong, paragon, uctenka, blocek, nyugta, recibo, scontrino, fis, talon, sale,
    kassenbon, quittung, beleg, vorgang, folio, ba, 流水号, 交易号, 交易流水号, 单据, 取引番号, 伝票番号, 伝票no, 거래번호, 전표번호
  `),
  ],
  invoice_date: [
    ...list(`
    bill date, transaction date, trans date, date of sale, sale date, purchase date, bill dt, tarikh, tanggal, tgl, tgl transaksi,
    date heure, datum zeit, datum uhrzeit, fecha hora, data ora, 交易时间, 日期时间, 交易日期, 판매일, 거래일시
  `),
  ],
  grand_total: [
    ...list(`
    total tagihan, total belanja, total pembayaran, total akhir, jumlah besar, jumlah keseluruhan, jumlah tagihan,
    totale euro, total euros, total lei, suma pln,
    razem pln, genel toplam, bill total, total bill, bill amount, net amt, net amount payable,
    nett amount, total nett, total incl, total inc tax, total fare, 실수금액, 총금액, 결제금액
  `),
  ],
  total: [
    ...list(`
    jumlah, yhteensa, toplam, osszesen, celkem, celkem kc, spolu, razem, i alt, sum, summa, tot, tutar, mindosszesen, gesamtsumme, 合計, 現計, お会計,
    総合計, 합계
  `),
  ],
  amount_due: [
    ...list(`
    perlu bayar, jumlah perlu dibayar, jumlah perlu bayar, jumlah bayar, jumlah bayaran, harus dibayar, total bayar, total harus dibayar, total dibayar,
    zu bezahlen, a regler, montant du, montant a regler, importe a pagar, a betale, at betale, a payer eur,
    k uhrade, k platbe, celkem k uhrade, celkem k platbe, fizetendo, total de plata, odenecek, odenecek tutar, maksettava, amt due, total amt due, net due, to pay, please pay, 应收,
    应付, お買上計, 받을금액
  `),
  ],
  subtotal: [
    ...list(`
    harga jual, sub jumlah, jumlah kecil, sub tot, subtot, s total, item total, mezisoucet, reszosszeg, ara toplam, valisumma, delsumma, delsum, total bruto, 小計, 소계
  `),
  ],
  tax: [
    ...list(`
    tx state local, tx state, tx local, tx, tax state local, state local tax, st tax, tax 1, tax 2, tax1, tax2, takeout tax, food tax, prepared food tax, sales tax, hst, pst, rst, gst hst, tvh, iva 21, iva 10, mwst betrag, ust betrag, enth ust, inkl ust, steuer, mehrwertsteuer, ppn, pb1, pb 1, pb i, pajak, pajak resto, pajak restoran, pajak pb1, tax pb1, cons tax, consumption tax, tax included, tax incl, incl tax, vat included,
    vat incl, incl vat, includes vat, including vat, of which vat, gst incl, gst included, inc gst, incl gst, gst inclusive, includes gst, gst included in total, davon mwst, enth mwst, inkl mwst, incl mwst, darin mwst,
    tva incluse, tva incl, di cui iva, iva inclusa, iva incluida, iva incl, waarvan btw, incl btw, suma ptu, razem ptu, kwota ptu, ptu, dph, dph celkem, afa, kdv, topkdv,
    toplam kdv, herav moms, heraf moms, varav moms, moms udgor, mva, herav mva, alv, sgst, cgst, qst, tps, tvq, state tax, state sales tax, local tax, local sales tax, local option tax, county tax, county sales tax, city sales tax, municipal tax, utility tax, gov tax, govt tax, sst tax, service tax sst,
    消費税, 内消費税, 消費税等, 내税, 부가세
  `),
  ],
  other_amount: [
    ...list(`
    tunai, kembali, kembalian, baki, uang kembali, bayar tunai, dibayar, bayar, gegeben, gegeben bar, geg bar, bar, ruckgeld, ruckgeld bar, zuruck, wechselgeld, especes, rendu, rendu monnaie,
    monnaie, monnaie rendue, carte bancaire, cb, efectivo, entregado, cambio, tarjeta, contante, contanti, resto, pagamento contante,
    pagamento elettronico, importo pagato, contant, wisselgeld, pin, pinnen, bankpas, teruggave, gotowka, reszta, karta, karta platnicza, hotovost, hotove, vraceno, k vraceni, kontant, vaxel, tilbage,
    byttepenge, bankkort, dankort, bankaxept, kateinen, takaisin, pankkikortti, keszpenz, visszajaro, bankkartya, numerar, rest, rest lei, nakit, para ustu, kredi karti, troco, dinheiro, numerario, entregue, multibanco,
    contactless, debit, debit tend, credit tend, cash tend, card tend, amex, eftpos, nets, paywave, paynow, grabpay, qris, gopay, ovo, dana, kartu debit, debit bca, kartu kredit, girocard, gegeben girocard, ec karte, ec cash, kartenzahlung,
    visa debit, visa credit, mastercard debit, pelarasan, pelarasan bundar, pelarasan genap, bundaran, pembulatan, rundung, rundungsdifferenz, arrondi, redondeo, arrotondamento, afronding, zaokraglenie, zaokrouhleni, kerekites, oresavrunding, avrunding,
    svc chg, service chg, svc charge, serv charge, service, biaya layanan, servis, gratuity, suggested tip, multibuy saving, member discount, diskon, potongan, disc, hemat, anda hemat, お預り, お預かり, お釣り, お釣,
    현금, 받은금액, 거스름돈, 카드
  `),
  ],
  party_detail: [
    ...list(`
    sst, sst no, sst id, sst reg, sst reg no, sst registration no, gst no, gst id, gst id no, gst reg, gst reg no, gst registration no, vat no, vat reg, vat reg no, vat registration no, tax reg no, tax id no, service tax no, service tax id, sst id no, ssm no, brn, roc no, uen no, tin no,
    co no, co reg no, company no, company reg, company reg no, reg no, registration no, nomor pokok wajib pajak, vat n0, gst n0, abn no, acn, nzbn, tps no, tvq no, gst hst no, ust id, ust idnr, steuernr, st nr, siret, n siret, p iva, cif, nip, dic, ico, mersis no, 登録番号, 사업자번호, 税务登记号
  `),
  ],
  other_party: [
    ...list(`
    kasir, kassir, kasjer, kassierer, kassiererin, bediener, es bediente sie, vendeur, vendeuse, caissier, cajero, le atendio, atendido por, operatore, operador, cassiere, server, your server, waiter, waitress, pelayan, juruwang, 收银员,
    担当
  `),
  ],
  other_number: [
    ...list(`
    kasse, kassen nr, kasse nr, caisse, caja, cassa, kassa, pokladna, meja, no meja, mesa, tisch, tavolo, pump, pax, guests, covers, station, store, store no, shop no, trans id, tran id, aid, tid, mid, terminal id,
    terminal nr, ta nr, trace no, stan, rrn, tse signatur, tse seriennr, tse transaktion, seriennr kasse, nip, auth no, order id, queue no, receipt copy
  `),
  ],
};
