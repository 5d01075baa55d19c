<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n attendance mark(s)</source>
        <translation>
            <numerusform>%n marca de asistencia</numerusform>
            <numerusform>%n marcas de asistencia</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s)</source>
        <translation>
            <numerusform>%n copia</numerusform>
            <numerusform>%n copias</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) cannot be restored; go on with another.</source>
        <translation>
            <numerusform>%n copia no se puede restaurar; sigue con otra.</numerusform>
            <numerusform>%n copias no se pueden restaurar; sigue con otra.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) have another passphrase; type it there to verify them.</source>
        <translation>
            <numerusform>%n copia tiene otra contraseña; escríbela en ella para comprobarla.</numerusform>
            <numerusform>%n copias tienen otra contraseña; escríbela en cada una para comprobarla.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) in {folder} were written anew</source>
        <translation>
            <numerusform>Se ha vuelto a escribir %n copia de seguridad de {folder}</numerusform>
            <numerusform>Se han vuelto a escribir %n copias de seguridad de {folder}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) made before are still on this computer only</source>
        <translation>
            <numerusform>%n copia hecha antes sigue solo en este ordenador</numerusform>
            <numerusform>%n copias hechas antes siguen solo en este ordenador</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) verified; all can be restored.</source>
        <translation>
            <numerusform>%n copia comprobada; se puede restaurar.</numerusform>
            <numerusform>%n copias comprobadas; todas se pueden restaurar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) on referrals will be removed</source>
        <translation>
            <numerusform>se quitará %n contacto de referencias</numerusform>
            <numerusform>se quitarán %n contactos de referencias</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) removed</source>
        <translation>
            <numerusform>%n contacto quitado</numerusform>
            <numerusform>%n contactos quitados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n credit(s)</source>
        <translation>
            <numerusform>%n crédito</numerusform>
            <numerusform>%n créditos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n apunte</numerusform>
            <numerusform>%n apuntes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n anotación</numerusform>
            <numerusform>%n anotaciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) ready</source>
        <translation>
            <numerusform>%n archivo listo</numerusform>
            <numerusform>%n archivos listos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n free seat(s)</source>
        <translation>
            <numerusform>%n plaza libre</numerusform>
            <numerusform>%n plazas libres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n inside</source>
        <comment>referrals</comment>
        <translation>
            <numerusform>%n interna</numerusform>
            <numerusform>%n internas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kind(s)</source>
        <translation>
            <numerusform>de %n clase</numerusform>
            <numerusform>de %n clases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out unless answered</source>
        <translation>
            <numerusform>%n queda fuera si no se responde</numerusform>
            <numerusform>%n quedan fuera si no se responden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) left out, since an imported total counts those days</source>
        <translation>
            <numerusform>%n línea queda fuera, porque un total importado cuenta esos días</numerusform>
            <numerusform>%n líneas quedan fuera, porque un total importado cuenta esos días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n marca</numerusform>
            <numerusform>%n marcas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meeting(s)</source>
        <translation>
            <numerusform>%n reunión</numerusform>
            <numerusform>%n reuniones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n miembro</numerusform>
            <numerusform>%n miembros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) marked present</source>
        <translation>
            <numerusform>%n miembro marcado presente</numerusform>
            <numerusform>%n miembros marcados presentes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n mes</numerusform>
            <numerusform>%n meses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not marked yet</source>
        <translation>
            <numerusform>%n sin marcar</numerusform>
            <numerusform>%n sin marcar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on leave</source>
        <translation>
            <numerusform>%n de baja temporal</numerusform>
            <numerusform>%n de baja temporal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outside</source>
        <comment>referrals</comment>
        <translation>
            <numerusform>%n externa</numerusform>
            <numerusform>%n externas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) erased</source>
        <translation>
            <numerusform>%n persona suprimida</numerusform>
            <numerusform>%n personas suprimidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) erased so far</source>
        <translation>
            <numerusform>Hasta hoy se han suprimido los datos de %n persona</numerusform>
            <numerusform>Hasta hoy se han suprimido los datos de %n personas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) who had been erased stood in this file again; erased once more.</source>
        <translation>
            <numerusform>En este archivo volvían a estar los datos ya suprimidos de %n persona; se han suprimido otra vez.</numerusform>
            <numerusform>En este archivo volvían a estar los datos ya suprimidos de %n personas; se han suprimido otra vez.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) will be erased</source>
        <translation>
            <numerusform>Se suprimirán los datos de %n persona</numerusform>
            <numerusform>Se suprimirán los datos de %n personas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n referral(s)</source>
        <translation>
            <numerusform>%n referencia</numerusform>
            <numerusform>%n referencias</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n referral(s) given</source>
        <translation>
            <numerusform>%n referencia dada</numerusform>
            <numerusform>%n referencias dadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of totals</source>
        <translation>
            <numerusform>%n fila de totales</numerusform>
            <numerusform>%n filas de totales</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) wanted</source>
        <translation>
            <numerusform>se busca %n especialidad</numerusform>
            <numerusform>se buscan %n especialidades</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s)</source>
        <translation>
            <numerusform>%n papeleta</numerusform>
            <numerusform>%n papeletas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s) and visit(s)</source>
        <translation>
            <numerusform>%n apunte</numerusform>
            <numerusform>%n apuntes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s) for a meeting that is still to come count nowhere yet</source>
        <translation>
            <numerusform>%n papeleta de una reunión pendiente todavía no cuenta</numerusform>
            <numerusform>%n papeletas de una reunión pendiente todavía no cuentan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s) of the file were typed already and are confirmed.</source>
        <translation>
            <numerusform>%n papeleta del archivo ya estaba apuntada y queda confirmada.</numerusform>
            <numerusform>%n papeletas del archivo ya estaban apuntadas y quedan confirmadas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visita</numerusform>
            <numerusform>%n visitas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visitor(s) expected</source>
        <translation>
            <numerusform>%n invitado previsto</numerusform>
            <numerusform>%n invitados previstos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n window(s) is closed</source>
        <translation>
            <numerusform>%n ventana se ha cerrado</numerusform>
            <numerusform>%n ventanas se han cerrado</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n año</numerusform>
            <numerusform>%n años</numerusform>
        </translation>
    </message>
    <message>
        <source>'{text}' is not a date like 2026-03-05</source>
        <translation>«{text}» no es una fecha como 2026-03-05</translation>
    </message>
    <message>
        <source>'{word}' is not a currency; give the code of one: {often}, or any other of ISO 4217</source>
        <translation>«{word}» no es una moneda; escribe su código: {often} o cualquier otro de ISO 4217</translation>
    </message>
    <message>
        <source>'{word}' is not a kind of group; give one of {known}</source>
        <translation>«{word}» no es un tipo de grupo; elige uno de estos: {known}</translation>
    </message>
    <message>
        <source>'{word}' is not a weekday; give one of {days}</source>
        <translation>«{word}» no es un día de la semana; elige uno de estos: {days}</translation>
    </message>
    <message numerus="yes">
        <source>+ %n to come</source>
        <translation>
            <numerusform>+ %n por venir</numerusform>
            <numerusform>+ %n por venir</numerusform>
        </translation>
    </message>
    <message>
        <source>--backups goes with --deep</source>
        <translation>--backups va junto con --deep</translation>
    </message>
    <message>
        <source>--from and --to go together; give both</source>
        <translation>--from y --to van juntos; indica los dos</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 día</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 mes</translation>
    </message>
    <message>
        <source>1 week</source>
        <translation>1 semana</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 año</translation>
    </message>
    <message>
        <source>10 minutes</source>
        <translation>10 minutos</translation>
    </message>
    <message>
        <source>2 minutes</source>
        <translation>2 minutos</translation>
    </message>
    <message>
        <source>3 months</source>
        <translation>3 meses</translation>
    </message>
    <message>
        <source>30 minutes</source>
        <translation>30 minutos</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 minutos</translation>
    </message>
    <message>
        <source>A cell says that it stands at {index}, which cannot be</source>
        <translation>Una celda dice estar en la posición {index}, y eso no puede ser</translation>
    </message>
    <message>
        <source>A holiday: no meeting on {date}</source>
        <translation>Festivo: el {date} no hay reunión</translation>
    </message>
    <message>
        <source>A meeting is completed, unlocked, called off or planned again in the meeting itself; open it there</source>
        <translation>Una reunión se cierra, se reabre, se suspende o se vuelve a planificar en la propia reunión; ábrela allí</translation>
    </message>
    <message>
        <source>A name is missing; the slip cannot be stored</source>
        <translation>Falta un nombre; la papeleta no se puede guardar</translation>
    </message>
    <message>
        <source>A new chapter</source>
        <translation>Un grupo nuevo</translation>
    </message>
    <message>
        <source>A new person</source>
        <translation>Persona nueva</translation>
    </message>
    <message>
        <source>A number stays for the name, so that totals stand; no byte of the name is left. {so_far}</source>
        <translation>En lugar del nombre queda un número, para que los totales se mantengan; del nombre no queda ni un byte. {so_far}</translation>
    </message>
    <message>
        <source>A passphrase is needed for {file}; set {variable} or run the command on a terminal</source>
        <translation>Hace falta una contraseña para {file}; define {variable} o ejecuta la orden en un terminal</translation>
    </message>
    <message>
        <source>A person</source>
        <translation>Una persona</translation>
    </message>
    <message>
        <source>A seat that is wanted: Notary, Florist…</source>
        <translation>Una especialidad que se busca: notaría, floristería…</translation>
    </message>
    <message>
        <source>A tag of the page never ends; the file is damaged</source>
        <translation>Una etiqueta de la página no termina nunca; el archivo está dañado</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>About</source>
        <comment>the document</comment>
        <translation>Portada</translation>
    </message>
    <message>
        <source>About</source>
        <comment>what a slip is about</comment>
        <translation>Asunto</translation>
    </message>
    <message>
        <source>About {program}</source>
        <translation>Acerca de {program}</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Ausente</translation>
    </message>
    <message>
        <source>Absent: {absent} · Substitutes: {substituted}</source>
        <translation>Ausentes: {absent} · Sustitutos: {substituted}</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Activo</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Actividad</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Add a meeting</source>
        <translation>Añadir una reunión</translation>
    </message>
    <message>
        <source>Add a meeting on {date}</source>
        <translation>Añadir una reunión el {date}</translation>
    </message>
    <message>
        <source>Add a member for this seat</source>
        <translation>Añadir un miembro para esta especialidad</translation>
    </message>
    <message>
        <source>Add a slip</source>
        <translation>Añadir una papeleta</translation>
    </message>
    <message>
        <source>Add chapter</source>
        <translation>Añadir grupo</translation>
    </message>
    <message>
        <source>Add chapter {name}</source>
        <translation>Añadir el grupo {name}</translation>
    </message>
    <message>
        <source>Add closed business thanks to {receiver}</source>
        <translation>Añadir negocio cerrado gracias a {receiver}</translation>
    </message>
    <message>
        <source>Add education of {giver}</source>
        <translation>Añadir formación de {giver}</translation>
    </message>
    <message>
        <source>Add introduction of {receiver} to {third} by {giver}</source>
        <translation>Añadir presentación de {giver}: {receiver} con {third}</translation>
    </message>
    <message>
        <source>Add member</source>
        <translation>Añadir miembro</translation>
    </message>
    <message>
        <source>Add member {name}</source>
        <translation>Añadir a {name}</translation>
    </message>
    <message>
        <source>Add members</source>
        <translation>Añadir miembros</translation>
    </message>
    <message>
        <source>Add one-to-one of {giver} and {receiver}</source>
        <translation>Añadir uno a uno de {giver} y {receiver}</translation>
    </message>
    <message>
        <source>Add referral of {giver} to {receiver}</source>
        <translation>Añadir referencia de {giver} para {receiver}</translation>
    </message>
    <message>
        <source>Add testimonial of {giver} for {receiver}</source>
        <translation>Añadir testimonio de {giver} para {receiver}</translation>
    </message>
    <message>
        <source>Add the holiday of {day}</source>
        <translation>Añadir el festivo del {day}</translation>
    </message>
    <message>
        <source>Add the members one by one, or import a list: a spreadsheet, or an export of BNI Connect.</source>
        <translation>Añade a los miembros uno a uno o importa una lista: una hoja de cálculo o una exportación de BNI Connect.</translation>
    </message>
    <message>
        <source>Add visitor {name}</source>
        <translation>Añadir invitado {name}</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Añadido</translation>
    </message>
    <message>
        <source>Added: {what}</source>
        <translation>Añadido: {what}</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Orden del día</translation>
    </message>
    <message>
        <source>Agreed on</source>
        <translation>Dado el</translation>
    </message>
    <message>
        <source>Agreed to</source>
        <translation>Consentimiento</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>All changes</source>
        <translation>Todos los cambios</translation>
    </message>
    <message>
        <source>All changes, with slips, visits and attendance</source>
        <translation>Todos los cambios, con papeletas, visitas y asistencia</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>Todos los días</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Todos los tipos</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>All others present</source>
        <translation>Los demás, presentes</translation>
    </message>
    <message>
        <source>All others present: key {key}</source>
        <translation>Los demás, presentes: tecla {key}</translation>
    </message>
    <message>
        <source>All reports</source>
        <translation>Todos los informes</translation>
    </message>
    <message>
        <source>All visits</source>
        <translation>Todas las visitas</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>An invented region to try everything with</source>
        <translation>Una región inventada para probarlo todo</translation>
    </message>
    <message>
        <source>Andorra</source>
        <translation>Andorra</translation>
    </message>
    <message>
        <source>Another backup</source>
        <translation>Otra copia</translation>
    </message>
    <message>
        <source>Another chapter</source>
        <translation>Otro grupo</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Otra carpeta…</translation>
    </message>
    <message>
        <source>Another passphrase</source>
        <translation>Otra contraseña</translation>
    </message>
    <message>
        <source>Another program is making a backup of this file; try again in a moment</source>
        <translation>Otro programa está haciendo una copia de seguridad de este archivo; inténtalo de nuevo dentro de un momento</translation>
    </message>
    <message>
        <source>Another window or command of this computer opened it ({moment}). Close it there and try again, or open the file here to read only.</source>
        <translation>Lo abrió otra ventana o un comando de este ordenador ({moment}). Ciérralo allí e inténtalo de nuevo, o ábrelo aquí solo para leer.</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>Cualquiera</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Aspirante</translation>
    </message>
    <message>
        <source>Applicants</source>
        <translation>Aspirantes</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Ha solicitado entrar</translation>
    </message>
    <message>
        <source>Argentina</source>
        <translation>Argentina</translation>
    </message>
    <message>
        <source>Argentine peso</source>
        <translation>Peso argentino</translation>
    </message>
    <message>
        <source>As CSV</source>
        <translation>Como CSV</translation>
    </message>
    <message>
        <source>As PDF</source>
        <translation>Como PDF</translation>
    </message>
    <message>
        <source>As a rule the interest in keeping the data correct</source>
        <translation>Por regla general, el interés en que los datos sean correctos</translation>
    </message>
    <message>
        <source>As a rule the interest of both in the invitation that was accepted</source>
        <translation>Por regla general, el interés de ambas partes en la invitación aceptada</translation>
    </message>
    <message>
        <source>As a rule the membership itself: the statutes or the agreement with the member</source>
        <translation>Por regla general, la propia pertenencia al grupo: los estatutos o el acuerdo con el miembro</translation>
    </message>
    <message>
        <source>As a rule the membership; for who is recommended, that person's agreement to be contacted</source>
        <translation>Por regla general, la pertenencia al grupo; para quien es recomendado, que haya aceptado que se le llame</translation>
    </message>
    <message>
        <source>As long as the file; the lines of who is erased are emptied</source>
        <translation>Mientras exista el archivo; las anotaciones de quien se suprime se vacían</translation>
    </message>
    <message numerus="yes">
        <source>As long as the membership lasts, and %n year(s) after it</source>
        <translation>
            <numerusform>Mientras dure la pertenencia al grupo y %n año después</numerusform>
            <numerusform>Mientras dure la pertenencia al grupo y %n años después</numerusform>
        </translation>
    </message>
    <message>
        <source>As spreadsheet (XLSX)</source>
        <translation>Como hoja de cálculo (XLSX)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>A petición tuya</translation>
    </message>
    <message>
        <source>Assembly</source>
        <translation>Asamblea</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Asistencia</translation>
    </message>
    <message>
        <source>Attendance and activity of every member over a period</source>
        <translation>Asistencia y actividad de cada miembro en un periodo</translation>
    </message>
    <message>
        <source>Attendance by week</source>
        <translation>Asistencia por semanas</translation>
    </message>
    <message>
        <source>Attendance mark</source>
        <translation>Marca de asistencia</translation>
    </message>
    <message>
        <source>Attendance of the last weeks, %</source>
        <translation>Asistencia de las últimas semanas, %</translation>
    </message>
    <message>
        <source>Attendance {rate}</source>
        <translation>Asistencia {rate}</translation>
    </message>
    <message numerus="yes">
        <source>Attendance {share}, %n member(s) with three absences or more</source>
        <translation>
            <numerusform>Asistencia del {share}, %n miembro con tres ausencias o más</numerusform>
            <numerusform>Asistencia del {share}, %n miembros con tres ausencias o más</numerusform>
        </translation>
    </message>
    <message>
        <source>Attendance {share}, nobody with three absences</source>
        <translation>Asistencia del {share}, nadie llega a tres ausencias</translation>
    </message>
    <message>
        <source>Attendance {share}, {referrals}</source>
        <translation>Asistencia del {share}, {referrals}</translation>
    </message>
    <message>
        <source>Attended</source>
        <translation>Asistió</translation>
    </message>
    <message>
        <source>Australia</source>
        <translation>Australia</translation>
    </message>
    <message>
        <source>Australian dollar</source>
        <translation>Dólar australiano</translation>
    </message>
    <message>
        <source>Austria</source>
        <translation>Austria</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Back to all slips</source>
        <translation>Volver a todas las papeletas</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>Hacer copia</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Hacer una copia ahora</translation>
    </message>
    <message>
        <source>Backed up and checked: {size}.</source>
        <translation>Copia hecha y comprobada: {size}.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Copias de seguridad</translation>
    </message>
    <message>
        <source>Backups in {folder} could not be reached and are as they were before.</source>
        <translation>No se ha podido llegar a las copias de seguridad de {folder}: siguen como estaban.</translation>
    </message>
    <message>
        <source>Backups in {folder} could not be reached and still hold the name.</source>
        <translation>No se ha podido llegar a las copias de seguridad de {folder}: todavía contienen el nombre.</translation>
    </message>
    <message>
        <source>Backups made until now, and files exported or printed, still hold the name. When an older backup is restored here, the person is erased again by itself; elsewhere it is up to you.</source>
        <translation>Las copias de seguridad hechas hasta ahora y lo que se haya exportado o impreso siguen teniendo el nombre. Si aquí se restaura una copia anterior, sus datos se vuelven a suprimir solos; en otro sitio depende de ti.</translation>
    </message>
    <message>
        <source>Backups of this file</source>
        <translation>Copias de seguridad de este archivo</translation>
    </message>
    <message>
        <source>Backups over time</source>
        <translation>Copias de seguridad a lo largo del tiempo</translation>
    </message>
    <message>
        <source>Became a member</source>
        <translation>Alta como miembro</translation>
    </message>
    <message>
        <source>Became a member: {seat}</source>
        <translation>Alta como miembro: {seat}</translation>
    </message>
    <message>
        <source>Became members</source>
        <translation>Ya son miembros</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Before a new passphrase</source>
        <translation>Antes de cambiar la contraseña</translation>
    </message>
    <message>
        <source>Before a restore</source>
        <translation>Antes de restaurar</translation>
    </message>
    <message>
        <source>Before an import</source>
        <translation>Antes de importar</translation>
    </message>
    <message>
        <source>Before an update</source>
        <translation>Antes de actualizar</translation>
    </message>
    <message>
        <source>Began as {role}</source>
        <translation>Empezó en el cargo: {role}</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Begin with an empty chapter</source>
        <translation>Empezar con un grupo vacío</translation>
    </message>
    <message>
        <source>Belgium</source>
        <translation>Bélgica</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Es de</translation>
    </message>
    <message>
        <source>Brazil</source>
        <translation>Brasil</translation>
    </message>
    <message>
        <source>Brazilian real</source>
        <translation>Real brasileño</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Recuperar</translation>
    </message>
    <message>
        <source>Bring back what was removed: {name}</source>
        <translation>Recuperar lo que se quitó: {name}</translation>
    </message>
    <message>
        <source>Bring back {field} of {name}</source>
        <translation>Recuperar «{field}» de {name}</translation>
    </message>
    <message>
        <source>Bring back {field}: {value}</source>
        <translation>Recuperar «{field}»: {value}</translation>
    </message>
    <message>
        <source>Bring in what you have, or add the members: the next meeting and its figures will stand here.</source>
        <translation>Importa lo que tengas o añade a los miembros: aquí verás la próxima reunión y sus cifras.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Recuperar</translation>
    </message>
    <message>
        <source>Brought back: {name}</source>
        <translation>Recuperado: {name}</translation>
    </message>
    <message>
        <source>Brought {name}: {kind}</source>
        <translation>Trajo a {name}: {kind}</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>Negocio</translation>
    </message>
    <message>
        <source>Business chapter</source>
        <translation>Grupo de negocios</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendario</translation>
    </message>
    <message>
        <source>Call announced</source>
        <translation>Llamada anunciada</translation>
    </message>
    <message>
        <source>Call off</source>
        <translation>Suspender</translation>
    </message>
    <message>
        <source>Call off the meeting of {date}</source>
        <translation>Suspender la reunión del {date}</translation>
    </message>
    <message>
        <source>Call {name} today</source>
        <translation>Llamar hoy a {name}</translation>
    </message>
    <message>
        <source>Call {name}, due since {date}</source>
        <translation>Llamar a {name}, pendiente desde el {date}</translation>
    </message>
    <message>
        <source>Called off</source>
        <translation>Suspendida</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Vino</translation>
    </message>
    <message>
        <source>Came from</source>
        <translation>Procede de</translation>
    </message>
    <message>
        <source>Came on {date}</source>
        <translation>Vino el {date}</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>Canadá</translation>
    </message>
    <message>
        <source>Canadian dollar</source>
        <translation>Dólar canadiense</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancelled: nothing was imported.</source>
        <translation>Cancelado: no se ha importado nada.</translation>
    </message>
    <message>
        <source>Cancelled; nothing was stored</source>
        <translation>Cancelado; no se ha guardado nada</translation>
    </message>
    <message>
        <source>Cannot be imported</source>
        <translation>No se puede importar</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Ficha</translation>
    </message>
    <message>
        <source>Card given</source>
        <translation>Tarjeta entregada</translation>
    </message>
    <message>
        <source>Card of the visitor</source>
        <translation>Ficha del invitado</translation>
    </message>
    <message>
        <source>Card of who is shown</source>
        <translation>Ficha de quien se muestra</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>Change in referrals</source>
        <translation>Variación de referencias</translation>
    </message>
    <message>
        <source>Change log</source>
        <translation>Registro de cambios</translation>
    </message>
    <message>
        <source>Change photo</source>
        <translation>Cambiar la foto</translation>
    </message>
    <message>
        <source>Change since when {name} is a member</source>
        <translation>Cambiar desde cuándo es miembro {name}</translation>
    </message>
    <message>
        <source>Change the address of {name}</source>
        <translation>Cambiar la dirección de {name}</translation>
    </message>
    <message>
        <source>Change the company of {name}</source>
        <translation>Cambiar la empresa de {name}</translation>
    </message>
    <message>
        <source>Change the data of {chapter}</source>
        <translation>Cambiar los datos de {chapter}</translation>
    </message>
    <message>
        <source>Change the e-mails of {name}</source>
        <translation>Cambiar los correos de {name}</translation>
    </message>
    <message>
        <source>Change the first name of {name}</source>
        <translation>Cambiar el nombre de {name}</translation>
    </message>
    <message>
        <source>Change the kind of visit of {name}</source>
        <translation>Cambiar el tipo de visita de {name}</translation>
    </message>
    <message>
        <source>Change the last day of a role of {name}</source>
        <translation>Cambiar el último día de un cargo de {name}</translation>
    </message>
    <message>
        <source>Change the last day of {name}</source>
        <translation>Cambiar el último día de {name}</translation>
    </message>
    <message>
        <source>Change the last name of {name}</source>
        <translation>Cambiar los apellidos de {name}</translation>
    </message>
    <message>
        <source>Change the logo</source>
        <translation>Cambiar el logotipo</translation>
    </message>
    <message>
        <source>Change the mentor of {name}</source>
        <translation>Cambiar el mentor de {name}</translation>
    </message>
    <message>
        <source>Change the next contact with {name}</source>
        <translation>Cambiar el próximo contacto con {name}</translation>
    </message>
    <message>
        <source>Change the note on the visit of {name}</source>
        <translation>Cambiar la nota de la visita de {name}</translation>
    </message>
    <message>
        <source>Change the notes on {name}</source>
        <translation>Cambiar las notas sobre {name}</translation>
    </message>
    <message>
        <source>Change the outcome of the visit of {name}</source>
        <translation>Cambiar el resultado de la visita de {name}</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Cambiar la contraseña</translation>
    </message>
    <message>
        <source>Change the phones of {name}</source>
        <translation>Cambiar los teléfonos de {name}</translation>
    </message>
    <message>
        <source>Change the photo of {name}</source>
        <translation>Cambiar la foto de {name}</translation>
    </message>
    <message>
        <source>Change the renewal of {name}</source>
        <translation>Cambiar la renovación de {name}</translation>
    </message>
    <message>
        <source>Change the seat of {name}</source>
        <translation>Cambiar la especialidad de {name}</translation>
    </message>
    <message>
        <source>Change the sponsor of {name}</source>
        <translation>Cambiar quién presentó a {name}</translation>
    </message>
    <message>
        <source>Change the status of {name}</source>
        <translation>Cambiar el estado de {name}</translation>
    </message>
    <message>
        <source>Change the website of {name}</source>
        <translation>Cambiar la web de {name}</translation>
    </message>
    <message>
        <source>Change who invited {name}</source>
        <translation>Cambiar quién invitó a {name}</translation>
    </message>
    <message>
        <source>Change why {name} left</source>
        <translation>Cambiar el motivo de la baja de {name}</translation>
    </message>
    <message>
        <source>Changed: {what}</source>
        <translation>Cambiado: {what}</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Cambios</translation>
    </message>
    <message>
        <source>Changes of who is shown</source>
        <translation>Cambios de quien se muestra</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Grupo</translation>
    </message>
    <message>
        <source>Chapter {name} added</source>
        <translation>Grupo {name} añadido</translation>
    </message>
    <message>
        <source>Chapter: {name}</source>
        <translation>Grupo: {name}</translation>
    </message>
    <message>
        <source>ChapterDesk describes here what it keeps and how. It gives no legal advice: who is responsible checks the legal basis and the periods, and completes what is done outside the program.</source>
        <translation>ChapterDesk describe aquí qué guarda y cómo. No da asesoramiento jurídico: quien es responsable revisa la base jurídica y los plazos y completa lo que se hace fuera del programa.</translation>
    </message>
    <message>
        <source>ChapterDesk files</source>
        <translation>Archivos de ChapterDesk</translation>
    </message>
    <message>
        <source>ChapterDesk is version {version} now.</source>
        <translation>ChapterDesk ya es la versión {version}.</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Grupos</translation>
    </message>
    <message>
        <source>Chapters and holidays</source>
        <translation>Grupos y festivos</translation>
    </message>
    <message>
        <source>Characters that the fonts do not have stand as their code: {codes}</source>
        <translation>Los caracteres que no están en la tipografía aparecen con su código: {codes}</translation>
    </message>
    <message>
        <source>Chart by week</source>
        <translation>Gráfico por semanas</translation>
    </message>
    <message>
        <source>Checking every page</source>
        <translation>Comprobando todas las páginas</translation>
    </message>
    <message>
        <source>Chile</source>
        <translation>Chile</translation>
    </message>
    <message>
        <source>Chilean peso</source>
        <translation>Peso chileno</translation>
    </message>
    <message>
        <source>Choose a backup to see what it holds and what restoring it would change.</source>
        <translation>Elige una copia para ver qué contiene y qué cambiaría al restaurarla.</translation>
    </message>
    <message>
        <source>Choose a backup: you see all that is in it before it takes the place of the file, and the damaged file is kept beside it.</source>
        <translation>Elige una copia de seguridad: verás todo lo que contiene antes de que ocupe el lugar del archivo, y el archivo dañado se conserva a su lado.</translation>
    </message>
    <message>
        <source>Choose a change to see what stood there before and after.</source>
        <translation>Elige un cambio para ver qué había antes y qué quedó después.</translation>
    </message>
    <message>
        <source>Choose a line to see all that stands on it, and what happened to it.</source>
        <translation>Elige una línea para ver todo lo que pone y lo que le ha pasado.</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>Elegir un logotipo</translation>
    </message>
    <message>
        <source>Choose a meeting</source>
        <translation>Elegir una reunión</translation>
    </message>
    <message>
        <source>Choose a person</source>
        <translation>Elige a una persona</translation>
    </message>
    <message>
        <source>Choose a seat in the list, or write down one that is wanted.</source>
        <translation>Elige una especialidad de la lista, o anota una que se busca.</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Elegir archivos…</translation>
    </message>
    <message>
        <source>Choose how the membership ended: resigned, dropped or transferred</source>
        <translation>Elige el motivo de la baja: voluntaria, por decisión del grupo o traslado</translation>
    </message>
    <message>
        <source>Choose photo</source>
        <translation>Elegir foto</translation>
    </message>
    <message>
        <source>Choose photo…</source>
        <translation>Elegir foto…</translation>
    </message>
    <message>
        <source>Choose somebody in the list: standing, figures, history and contact appear here.</source>
        <translation>Elige a alguien de la lista: aquí verás su estado, sus cifras, su historial y su contacto.</translation>
    </message>
    <message>
        <source>Choose the folder of the backups…</source>
        <translation>Elegir la carpeta de las copias…</translation>
    </message>
    <message>
        <source>Choose what to print, to send or to read.</source>
        <translation>Elige qué quieres imprimir, enviar o leer.</translation>
    </message>
    <message>
        <source>Choose when the chapter meets</source>
        <translation>Elegir cuándo se reúne el grupo</translation>
    </message>
    <message>
        <source>Choose whether the meeting falls on a holiday or is called off</source>
        <translation>Elige si la reunión cae en festivo o se suspende</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Chosen by you; a stick or a synced folder keeps them safe when the computer is lost</source>
        <translation>Elegida por ti; en una memoria USB o una carpeta sincronizada están a salvo aunque se pierda el ordenador</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Especialidad</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close the file</source>
        <translation>Cerrar el archivo</translation>
    </message>
    <message>
        <source>Close without a backup</source>
        <translation>Cerrar sin copia</translation>
    </message>
    <message>
        <source>Closed business</source>
        <translation>Negocio cerrado</translation>
    </message>
    <message>
        <source>Closed business, thanks to {receiver}</source>
        <translation>Negocio cerrado, gracias a {receiver}</translation>
    </message>
    <message>
        <source>Club</source>
        <translation>Peña o club</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Marca</translation>
    </message>
    <message>
        <source>Colombia</source>
        <translation>Colombia</translation>
    </message>
    <message>
        <source>Colombian peso</source>
        <translation>Peso colombiano</translation>
    </message>
    <message>
        <source>Columns after the first {count} are not read</source>
        <translation>Las columnas a partir de la {count} no se leen</translation>
    </message>
    <message>
        <source>Comes as</source>
        <translation>Viene como</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Paleta de órdenes</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Órdenes</translation>
    </message>
    <message>
        <source>Committee</source>
        <translation>Comité</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Empresa</translation>
    </message>
    <message>
        <source>Compare with the period before</source>
        <translation>Comparar con el periodo anterior</translation>
    </message>
    <message>
        <source>Comparing old and new</source>
        <translation>Comparando lo viejo y lo nuevo</translation>
    </message>
    <message>
        <source>Comparing the two</source>
        <translation>Comparando los dos archivos</translation>
    </message>
    <message>
        <source>Comparing with the last close</source>
        <translation>Comparando con el último cierre</translation>
    </message>
    <message>
        <source>Comparing with the seal</source>
        <translation>Comparando con el sello</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Cerrar reunión</translation>
    </message>
    <message>
        <source>Complete the meeting of {date}</source>
        <translation>Cerrar la reunión del {date}</translation>
    </message>
    <message>
        <source>Complete the meeting of {date}?</source>
        <translation>¿Cerrar la reunión del {date}?</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Cerrada</translation>
    </message>
    <message>
        <source>Completed and locked.</source>
        <translation>Reunión cerrada.</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Consentimiento</translation>
    </message>
    <message>
        <source>Consent of another person</source>
        <translation>Consentimiento de otra persona</translation>
    </message>
    <message>
        <source>Consent, which can be withdrawn at any time</source>
        <translation>El consentimiento, que se puede retirar en cualquier momento</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>Consentimientos</translation>
    </message>
    <message>
        <source>Consents and photos</source>
        <translation>Consentimientos y fotos</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Contact data in the list of members</source>
        <translation>Datos de contacto en la lista de miembros</translation>
    </message>
    <message>
        <source>Contact: address, e-mail, telephone</source>
        <translation>Contacto: dirección, correo, teléfono</translation>
    </message>
    <message>
        <source>Contacted</source>
        <translation>Contactado</translation>
    </message>
    <message>
        <source>Contacts on referrals</source>
        <translation>Contactos de referencias</translation>
    </message>
    <message>
        <source>Contacts on referrals are kept, in months</source>
        <translation>Meses que se guardan los contactos de referencias</translation>
    </message>
    <message>
        <source>Copied; paste it into a message.</source>
        <translation>Copiado; pégalo en un mensaje.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Copiar como texto</translation>
    </message>
    <message>
        <source>Copy for support</source>
        <translation>Copiar para la asistencia</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>Copiar la ruta</translation>
    </message>
    <message>
        <source>Copying the backup</source>
        <translation>Copiando la copia de seguridad</translation>
    </message>
    <message>
        <source>Copying the file</source>
        <translation>Copiando el archivo</translation>
    </message>
    <message>
        <source>Correct slip of {name}</source>
        <translation>Corregir papeleta de {name}</translation>
    </message>
    <message>
        <source>Correct the name</source>
        <translation>Corregir el nombre</translation>
    </message>
    <message>
        <source>Correct visitor {name}</source>
        <translation>Corregir invitado {name}</translation>
    </message>
    <message>
        <source>Costa Rica</source>
        <translation>Costa Rica</translation>
    </message>
    <message>
        <source>Count the detail instead</source>
        <translation>Contar el detalle en su lugar</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Counts from the meeting of {day} on</source>
        <translation>Cuenta a partir de la reunión del {day}</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>Créditos</translation>
    </message>
    <message>
        <source>Credits of one-to-ones</source>
        <translation>Créditos de uno a uno</translation>
    </message>
    <message>
        <source>Cultural association</source>
        <translation>Asociación cultural</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Moneda</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Cortar</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Dañada</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Data can be written as .xlsx or .csv, not as “{ending}”; change the ending of the file</source>
        <translation>Los datos se guardan como .xlsx o .csv, no como «{ending}»; cambia la extensión del archivo</translation>
    </message>
    <message>
        <source>Data of a person</source>
        <translation>Datos de una persona</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Day and code: present, absent, late, medical, substitute. The medical code ({count} here) says that an absence is excused by health, never why; it counts as data of health</source>
        <translation>Día y código: presente, ausente, retraso, médica, sustituto. El código de médica (aquí, {count}) dice que una ausencia está justificada por salud, nunca por qué; cuenta como dato de salud</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Delete the slip</source>
        <translation>Eliminar la papeleta</translation>
    </message>
    <message>
        <source>Deleted: {what}</source>
        <translation>Eliminado: {what}</translation>
    </message>
    <message>
        <source>Demo, begins anew: save a copy</source>
        <translation>Demostración, empieza de nuevo: guardar una copia</translation>
    </message>
    <message>
        <source>Demo: begins anew</source>
        <translation>Demo: se reinicia</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detalle</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Details and history</source>
        <translation>Detalles e historial</translation>
    </message>
    <message>
        <source>Directors and guests</source>
        <translation>Directores y asistentes externos</translation>
    </message>
    <message>
        <source>Do without it</source>
        <translation>Dejarlo sin guardar</translation>
    </message>
    <message>
        <source>Dominican Republic</source>
        <translation>República Dominicana</translation>
    </message>
    <message>
        <source>Double click or Enter: what it was counted from</source>
        <translation>Doble clic o Intro: de dónde sale esta cifra</translation>
    </message>
    <message>
        <source>Drop the files to import them</source>
        <translation>Suelta los archivos para importarlos</translation>
    </message>
    <message>
        <source>Drop your files anywhere on the window</source>
        <translation>Suelta tus archivos en cualquier parte de la ventana</translation>
    </message>
    <message>
        <source>Drop your files here, or choose them</source>
        <translation>Suelta aquí tus archivos o elígelos</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Baja por decisión del grupo</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>E-mails</source>
        <translation>Correos</translation>
    </message>
    <message>
        <source>Earlier meeting</source>
        <translation>Reunión anterior</translation>
    </message>
    <message>
        <source>Ecuador</source>
        <translation>Ecuador</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Edición</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>Formación</translation>
    </message>
    <message>
        <source>Education coordinator</source>
        <translation>Coordinación de formación</translation>
    </message>
    <message>
        <source>Education of {giver}</source>
        <translation>Formación de {giver}</translation>
    </message>
    <message>
        <source>Education: {topics}</source>
        <translation>Formación: {topics}</translation>
    </message>
    <message>
        <source>Empty lines for visitors</source>
        <translation>Líneas en blanco para invitados</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Cifrado</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Final</translation>
    </message>
    <message>
        <source>End date</source>
        <translation>Fecha de baja</translation>
    </message>
    <message>
        <source>End membership</source>
        <translation>Dar de baja</translation>
    </message>
    <message>
        <source>End membership…</source>
        <translation>Dar de baja…</translation>
    </message>
    <message>
        <source>End the membership</source>
        <translation>Dar de baja</translation>
    </message>
    <message>
        <source>End the membership of who is shown</source>
        <translation>Dar de baja a quien se muestra</translation>
    </message>
    <message>
        <source>End the membership of {name}</source>
        <translation>Dar de baja a {name}</translation>
    </message>
    <message>
        <source>Ended as {role}</source>
        <translation>Dejó el cargo: {role}</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Enter goes on and stores, Esc closes.</source>
        <translation>Intro avanza y guarda, Esc cierra.</translation>
    </message>
    <message>
        <source>Enter stores, Esc leaves</source>
        <translation>Intro guarda, Esc sale</translation>
    </message>
    <message>
        <source>Entered in this meeting</source>
        <translation>Anotado en esta reunión</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Anotaciones</translation>
    </message>
    <message>
        <source>Erase a person: {name}</source>
        <translation>Suprimir los datos de {name}</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Suprimir para siempre</translation>
    </message>
    <message>
        <source>Erase {name}</source>
        <translation>Suprimir los datos de {name}</translation>
    </message>
    <message>
        <source>Erased. In figures the person is now “{name}”.</source>
        <translation>Datos suprimidos. En las cifras ahora es «{name}».</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>Suprimir…</translation>
    </message>
    <message>
        <source>Erasing</source>
        <translation>Suprimiendo</translation>
    </message>
    <message>
        <source>Erasure</source>
        <translation>Supresión</translation>
    </message>
    <message>
        <source>Español</source>
        <translation>Español</translation>
    </message>
    <message>
        <source>Euro</source>
        <translation>Euro</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Acto</translation>
    </message>
    <message>
        <source>Every change</source>
        <translation>Cada cambio</translation>
    </message>
    <message>
        <source>Every change is kept here, with what stood there before.</source>
        <translation>Aquí queda cada cambio, con lo que había antes.</translation>
    </message>
    <message>
        <source>Every slip and visit of a period</source>
        <translation>Todas las papeletas y visitas de un periodo</translation>
    </message>
    <message>
        <source>Everybody above</source>
        <translation>Todas las personas anteriores</translation>
    </message>
    <message numerus="yes">
        <source>Everybody has a mark already, except %n on leave.</source>
        <translation>
            <numerusform>Ya están todos marcados, salvo %n de baja temporal.</numerusform>
            <numerusform>Ya están todos marcados, salvo %n de baja temporal.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody has a mark already.</source>
        <translation>Ya están todos marcados.</translation>
    </message>
    <message>
        <source>Everybody who comes to see the chapter</source>
        <translation>Todas las personas que vienen a conocer el grupo</translation>
    </message>
    <message>
        <source>Everyone is present</source>
        <translation>Están todos</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Everything about a person is handed over in one action, as PDF, JSON and CSV; any value can be corrected</source>
        <translation>Todo lo que hay de una persona se entrega de una vez, en PDF, JSON y CSV; cualquier dato se puede corregir</translation>
    </message>
    <message>
        <source>Everything can be changed later.</source>
        <translation>Todo se puede cambiar más tarde.</translation>
    </message>
    <message>
        <source>Everything else is in the palette: {keys}.</source>
        <translation>Todo lo demás está en la paleta: {keys}.</translation>
    </message>
    <message>
        <source>Everything is in the folder “{folder}”</source>
        <translation>Está todo en la carpeta «{folder}»</translation>
    </message>
    <message>
        <source>Everything is stored now.</source>
        <translation>Ya está todo guardado.</translation>
    </message>
    <message>
        <source>Everything that the file holds about one person, to hand over</source>
        <translation>Todo lo que el archivo guarda de una persona, para entregárselo</translation>
    </message>
    <message>
        <source>Everything that this file holds about that person will stand here, ready to be handed over.</source>
        <translation>Aquí estará todo lo que este archivo guarda de esa persona, listo para entregárselo.</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>En todas partes</translation>
    </message>
    <message>
        <source>Excerpt</source>
        <translation>Fragmento</translation>
    </message>
    <message>
        <source>Expect</source>
        <translation>Anotar</translation>
    </message>
    <message>
        <source>Expect a visitor</source>
        <translation>Anotar un invitado</translation>
    </message>
    <message>
        <source>Expect {name}</source>
        <translation>Anotar la visita prevista de {name}</translation>
    </message>
    <message>
        <source>Expect {name} as a visitor</source>
        <translation>Anotar a {name} como invitado previsto</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Previstos</translation>
    </message>
    <message>
        <source>Expected as a visitor</source>
        <translation>Invitado previsto</translation>
    </message>
    <message>
        <source>Expected on {date}</source>
        <translation>Se le espera el {date}</translation>
    </message>
    <message>
        <source>Expected visitor</source>
        <translation>Invitado previsto</translation>
    </message>
    <message>
        <source>Expected visitors: {count}</source>
        <translation>Invitados previstos: {count}</translation>
    </message>
    <message>
        <source>Expected, has not come</source>
        <translation>Previsto, no ha venido</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>Exportar como CSV</translation>
    </message>
    <message>
        <source>Export as PDF</source>
        <translation>Exportar como PDF</translation>
    </message>
    <message>
        <source>Export as spreadsheet</source>
        <translation>Exportar como hoja de cálculo</translation>
    </message>
    <message>
        <source>Export everything</source>
        <translation>Exportar todo</translation>
    </message>
    <message>
        <source>Export everything about who is shown</source>
        <translation>Exportar todo lo de quien se muestra</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>Exportar la lista</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Aceptable</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Cifras</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>El nombre del archivo es demasiado largo</translation>
    </message>
    <message>
        <source>Find a change</source>
        <translation>Buscar un cambio</translation>
    </message>
    <message>
        <source>Find a date</source>
        <translation>Buscar una fecha</translation>
    </message>
    <message>
        <source>Find a member</source>
        <translation>Buscar un miembro</translation>
    </message>
    <message>
        <source>Find a name or a word</source>
        <translation>Buscar un nombre o una palabra</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>Buscar a una persona</translation>
    </message>
    <message>
        <source>Find a slip</source>
        <translation>Buscar una papeleta</translation>
    </message>
    <message>
        <source>Find a visitor</source>
        <translation>Buscar un invitado</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>Buscar en el texto</translation>
    </message>
    <message>
        <source>Fingerprint of the picture</source>
        <translation>Huella de la imagen</translation>
    </message>
    <message>
        <source>First and last name</source>
        <translation>Nombre y apellidos</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Primer día</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>First visit</source>
        <translation>Primera visita</translation>
    </message>
    <message>
        <source>First visit of {name}, invited by {inviter}</source>
        <translation>Primera visita de {name}, por invitación de {inviter}</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>Ajustar al ancho</translation>
    </message>
    <message>
        <source>Folder for the file</source>
        <translation>Carpeta del archivo</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Seguimiento</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>Por ejemplo</translation>
    </message>
    <message>
        <source>For support</source>
        <translation>Para la asistencia técnica</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Former contact {number}</source>
        <translation>Antiguo contacto {number}</translation>
    </message>
    <message>
        <source>Former member</source>
        <translation>Antiguo miembro</translation>
    </message>
    <message>
        <source>Former member {number}</source>
        <translation>Antiguo miembro {number}</translation>
    </message>
    <message>
        <source>Former members</source>
        <translation>Antiguos miembros</translation>
    </message>
    <message>
        <source>Former members are kept, in years</source>
        <translation>Años que se guardan los antiguos miembros</translation>
    </message>
    <message>
        <source>Former members, after the end</source>
        <translation>Antiguos miembros, desde la baja</translation>
    </message>
    <message>
        <source>Former visitor {number}</source>
        <translation>Antiguo invitado {number}</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Hallado</translation>
    </message>
    <message>
        <source>Four blank slips on a sheet, to cut</source>
        <translation>Cuatro papeletas en blanco por hoja, para recortar</translation>
    </message>
    <message>
        <source>Four words that have nothing to do with each other are a good passphrase.</source>
        <translation>Cuatro palabras que no tengan nada que ver entre sí son una buena contraseña.</translation>
    </message>
    <message>
        <source>France</source>
        <translation>Francia</translation>
    </message>
    <message>
        <source>Free seats</source>
        <translation>Especialidades libres</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>From</source>
        <comment>a day</comment>
        <translation>Desde</translation>
    </message>
    <message>
        <source>From</source>
        <comment>a period: from … to …</comment>
        <translation>Del</translation>
    </message>
    <message>
        <source>From another chapter</source>
        <translation>De otro grupo</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>Alemania</translation>
    </message>
    <message>
        <source>Give it to the backups too: a backup without it would be the file without its lock</source>
        <translation>Ponla también a las copias de seguridad: una copia sin ella sería el archivo sin su cerradura</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Dadas</translation>
    </message>
    <message>
        <source>Given inside</source>
        <translation>Dadas internas</translation>
    </message>
    <message>
        <source>Given on</source>
        <translation>Dado el</translation>
    </message>
    <message>
        <source>Given outside</source>
        <translation>Dadas externas</translation>
    </message>
    <message>
        <source>Given your card</source>
        <translation>Le dio tu tarjeta</translation>
    </message>
    <message>
        <source>Giver</source>
        <translation>Da</translation>
    </message>
    <message>
        <source>Giver belongs to</source>
        <translation>Quien da es de</translation>
    </message>
    <message>
        <source>Giver's side</source>
        <translation>De dónde es quien da</translation>
    </message>
    <message>
        <source>Go over to the other half</source>
        <translation>Pasar a la otra mitad</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Ir a</translation>
    </message>
    <message>
        <source>Go, do, find: type a few letters</source>
        <translation>Ir, hacer, buscar: escribe unas letras</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Buena</translation>
    </message>
    <message>
        <source>Good against a thief; with one more word it would be strong.</source>
        <translation>Buena contra un ladrón; con una palabra más sería fuerte.</translation>
    </message>
    <message>
        <source>Guessed within hours; take four words that have nothing to do with each other.</source>
        <translation>Se adivina en unas horas; usa cuatro palabras que no tengan nada que ver entre sí.</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Invitado</translation>
    </message>
    <message>
        <source>Guests, observers and substitutes who come or are expected</source>
        <translation>Invitados, observadores y sustitutos que vienen o a los que se espera</translation>
    </message>
    <message>
        <source>Handed in on</source>
        <translation>Entregada el</translation>
    </message>
    <message>
        <source>Hard to guess.</source>
        <translation>Difícil de adivinar.</translation>
    </message>
    <message>
        <source>Heading in the file</source>
        <translation>Encabezado del archivo</translation>
    </message>
    <message>
        <source>Headings of imported files</source>
        <translation>Encabezados de archivos importados</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>Interés</translation>
    </message>
    <message>
        <source>Held by {names}</source>
        <translation>La ocupa {names}</translation>
    </message>
    <message numerus="yes">
        <source>Here only what concerns the person, of %n entries</source>
        <translation>
            <numerusform>Aquí solo lo que toca a la persona, de %n apunte</numerusform>
            <numerusform>Aquí solo lo que toca a la persona, de %n apuntes</numerusform>
        </translation>
    </message>
    <message>
        <source>Here stands everything that members hand in: referrals, one-to-ones, closed business and the rest. Type the first one, or import a file of slips.</source>
        <translation>Aquí está todo lo que entregan los miembros: referencias, uno a uno, negocio cerrado y lo demás. Escribe la primera papeleta o importa un archivo.</translation>
    </message>
    <message>
        <source>Hide the passphrase</source>
        <translation>Ocultar la contraseña</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>History of who is shown</source>
        <translation>Historial de quien se muestra</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Quién la ocupa</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>Festivo</translation>
    </message>
    <message>
        <source>Holidays of its own</source>
        <translation>Festivos propios</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Tipo de baja</translation>
    </message>
    <message>
        <source>How the data are protected</source>
        <translation>Cómo se protegen los datos</translation>
    </message>
    <message>
        <source>I have</source>
        <translation>He</translation>
    </message>
    <message>
        <source>ISO 4217 code; default EUR</source>
        <translation>código ISO 4217; si no se indica, EUR</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Importar un archivo</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Importar archivos</translation>
    </message>
    <message>
        <source>Import members…</source>
        <translation>Importar miembros…</translation>
    </message>
    <message>
        <source>Import what is shown</source>
        <translation>Importar lo que se muestra</translation>
    </message>
    <message>
        <source>Import what you have</source>
        <translation>Importar lo que ya tienes</translation>
    </message>
    <message>
        <source>Import {file}</source>
        <translation>Importar {file}</translation>
    </message>
    <message>
        <source>Import {file} and {count} more</source>
        <translation>Importar {file} y {count} más</translation>
    </message>
    <message>
        <source>Imported file</source>
        <translation>Archivo importado</translation>
    </message>
    <message>
        <source>Imported files</source>
        <translation>Archivos importados</translation>
    </message>
    <message>
        <source>Imported total of {period}</source>
        <translation>Total importado de {period}</translation>
    </message>
    <message>
        <source>Imported totals</source>
        <translation>Totales importados</translation>
    </message>
    <message>
        <source>Imported: {things}</source>
        <translation>Importado: {things}</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Importando</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>Importaciones</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message numerus="yes">
        <source>In %n day(s)</source>
        <translation>
            <numerusform>En %n día</numerusform>
            <numerusform>En %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>In grey: no longer members at the end of the period.</source>
        <translation>En gris: ya no eran miembros al final del periodo.</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>India</source>
        <translation>India</translation>
    </message>
    <message>
        <source>Indian rupee</source>
        <translation>Rupia india</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Error de lectura o escritura del disco</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Interna</translation>
    </message>
    <message>
        <source>Inside or outside is not told; the referral counts as inside</source>
        <translation>No consta si es interna o externa; la referencia cuenta como interna</translation>
    </message>
    <message>
        <source>Inside/Outside</source>
        <translation>Interna o externa</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>Interés</translation>
    </message>
    <message>
        <source>Interested</source>
        <translation>Interesado</translation>
    </message>
    <message>
        <source>Introduced to</source>
        <translation>Le presenta a</translation>
    </message>
    <message>
        <source>Introduced {receiver} to {third}</source>
        <translation>Puso en contacto a {receiver} con {third}</translation>
    </message>
    <message>
        <source>Introduction</source>
        <translation>Presentación</translation>
    </message>
    <message>
        <source>Introductions</source>
        <translation>Presentaciones</translation>
    </message>
    <message>
        <source>Introductions by others</source>
        <translation>Presentaciones hechas por otros</translation>
    </message>
    <message>
        <source>Invited by</source>
        <translation>Invitado por</translation>
    </message>
    <message>
        <source>Invited {name}</source>
        <translation>Invitó a {name}</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>Irlanda</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>Es una carpeta</translation>
    </message>
    <message>
        <source>Is stored whole or not at all, can be undone, and stands in the log</source>
        <translation>Se guarda entero o no se guarda, se puede deshacer y queda en el registro de cambios</translation>
    </message>
    <message>
        <source>It brings {things}.</source>
        <translation>Trae {things}.</translation>
    </message>
    <message>
        <source>It holds for some weeks; with one or two more words it would be hard to guess.</source>
        <translation>Aguanta unas semanas; con una o dos palabras más sería difícil de adivinar.</translation>
    </message>
    <message>
        <source>It holds phones, absences and business of many people; then a lost laptop tells nobody anything.</source>
        <translation>Guarda teléfonos, ausencias y negocios de muchas personas; así, un portátil perdido no le cuenta nada a nadie.</translation>
    </message>
    <message>
        <source>It is a holiday</source>
        <translation>Es festivo</translation>
    </message>
    <message>
        <source>It is something else, or it was damaged. It was left as it is.</source>
        <translation>Es otra cosa, o se ha dañado. Se ha dejado como está.</translation>
    </message>
    <message>
        <source>It was left as it is, and nothing is lost. Update ChapterDesk on this computer, then open the file again.</source>
        <translation>Se ha dejado como está y no se ha perdido nada. Actualiza ChapterDesk en este ordenador y vuelve a abrir el archivo.</translation>
    </message>
    <message>
        <source>It was left as it is.</source>
        <translation>Se ha dejado como está.</translation>
    </message>
    <message>
        <source>Italy</source>
        <translation>Italia</translation>
    </message>
    <message>
        <source>Its name and its day are enough</source>
        <translation>Basta con su nombre y su día</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>Japón</translation>
    </message>
    <message>
        <source>Japanese yen</source>
        <translation>Yen japonés</translation>
    </message>
    <message>
        <source>Join date</source>
        <translation>Fecha de alta</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Se ha incorporado</translation>
    </message>
    <message>
        <source>Keep a note of it in a safe place: without it nobody can open the file, not even we.</source>
        <translation>Guárdala apuntada en un lugar seguro: sin ella nadie puede abrir el archivo, tampoco nosotros.</translation>
    </message>
    <message>
        <source>Keep the backups on this computer again</source>
        <translation>Volver a guardar las copias en este ordenador</translation>
    </message>
    <message>
        <source>Kept for</source>
        <translation>Plazo</translation>
    </message>
    <message>
        <source>Kept in {file}</source>
        <translation>Se guarda en {file}</translation>
    </message>
    <message>
        <source>Kept long enough</source>
        <translation>Datos que ya no hacen falta</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Kind of group</source>
        <translation>Tipo de grupo</translation>
    </message>
    <message>
        <source>Kind of meeting</source>
        <translation>Tipo de reunión</translation>
    </message>
    <message>
        <source>Kind of slip</source>
        <translation>Tipo de papeleta</translation>
    </message>
    <message>
        <source>Kind of visit</source>
        <translation>Tipo de visita</translation>
    </message>
    <message>
        <source>Known person</source>
        <translation>Persona conocida</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Language of the group</source>
        <translation>Idioma del grupo</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>Idioma del informe</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Grande</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Ampliar</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Último día</translation>
    </message>
    <message>
        <source>Last half-year</source>
        <translation>El semestre pasado</translation>
    </message>
    <message>
        <source>Last meeting, {day}</source>
        <translation>Última reunión, {day}</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>El mes pasado</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Apellidos</translation>
    </message>
    <message>
        <source>Last six months</source>
        <translation>Últimos seis meses</translation>
    </message>
    <message>
        <source>Last three months</source>
        <translation>Últimos tres meses</translation>
    </message>
    <message>
        <source>Last twelve months</source>
        <translation>Últimos doce meses</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>El año pasado</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Retraso</translation>
    </message>
    <message>
        <source>Later meeting</source>
        <translation>Reunión posterior</translation>
    </message>
    <message>
        <source>Leadership team</source>
        <translation>Equipo de liderazgo</translation>
    </message>
    <message>
        <source>Leave it here</source>
        <translation>Dejarlo aquí</translation>
    </message>
    <message>
        <source>Leave {file} out</source>
        <translation>Dejar fuera {file}</translation>
    </message>
    <message>
        <source>Left: {status}</source>
        <translation>Baja: {status}</translation>
    </message>
    <message>
        <source>Left: {status}, {reason}</source>
        <translation>Baja: {status}, {reason}</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Base jurídica</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>Libraries: all texts</source>
        <translation>Bibliotecas: todos los textos</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licencias</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>List the reports.</source>
        <translation>Muestra los informes que hay.</translation>
    </message>
    <message>
        <source>Lists and reports that are printed, exported or sent are the care of who does so</source>
        <translation>De las listas e informes que se imprimen, exportan o envían responde quien lo hace</translation>
    </message>
    <message>
        <source>Lock after a pause of</source>
        <translation>Bloquear tras una pausa de</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Bloquear ahora</translation>
    </message>
    <message>
        <source>Log of changes</source>
        <translation>Registro de cambios</translation>
    </message>
    <message>
        <source>Log of changes and imports</source>
        <translation>Registro de cambios e importaciones</translation>
    </message>
    <message>
        <source>Log of faults</source>
        <translation>Registro de fallos</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logotipo</translation>
    </message>
    <message>
        <source>Logo, for the reports</source>
        <translation>Logotipo, para los informes</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Verla</translation>
    </message>
    <message>
        <source>Look at the backup of {moment}</source>
        <translation>Ver la copia de seguridad del {moment}</translation>
    </message>
    <message>
        <source>Look for somebody for the seat {seat}</source>
        <translation>Buscar a alguien para la especialidad {seat}</translation>
    </message>
    <message>
        <source>Look no more for the seat {seat}</source>
        <translation>Dejar de buscar para la especialidad {seat}</translation>
    </message>
    <message>
        <source>Looking for what is old</source>
        <translation>Buscando lo que es antiguo</translation>
    </message>
    <message>
        <source>Looking further back…</source>
        <translation>Buscando más atrás…</translation>
    </message>
    <message>
        <source>Looking through the texts</source>
        <translation>Buscando en los textos</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Perdido</translation>
    </message>
    <message>
        <source>Made by themselves, checked, and thinned out after days, weeks and months</source>
        <translation>Se hacen solas, se comprueban y se van reduciendo con los días, las semanas y los meses</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Hecha el</translation>
    </message>
    <message>
        <source>Made on {date}</source>
        <translation>Hecho el {date}</translation>
    </message>
    <message>
        <source>Make a desk file with an invented region of three chapters.</source>
        <translation>Crea un archivo con una región inventada de tres grupos.</translation>
    </message>
    <message>
        <source>Make a desk file with one chapter.</source>
        <translation>Crea un archivo con un grupo.</translation>
    </message>
    <message>
        <source>Make a member</source>
        <translation>Dar de alta</translation>
    </message>
    <message>
        <source>Make a member…</source>
        <translation>Dar de alta…</translation>
    </message>
    <message>
        <source>Make the visitor a member</source>
        <translation>Dar de alta al invitado</translation>
    </message>
    <message>
        <source>Make who is shown a member</source>
        <translation>Dar de alta a quien se muestra</translation>
    </message>
    <message>
        <source>Making a backup</source>
        <translation>Haciendo una copia de seguridad</translation>
    </message>
    <message>
        <source>Making a backup on this computer, as {folder} is not there</source>
        <translation>Haciendo una copia de seguridad en este ordenador, porque {folder} no está</translation>
    </message>
    <message>
        <source>Making the report</source>
        <translation>Preparando el informe</translation>
    </message>
    <message>
        <source>Mark everyone else present</source>
        <translation>Marcar presentes a los demás</translation>
    </message>
    <message>
        <source>Mark everyone who has no mark yet as present: press {key}</source>
        <translation>Marca presentes a todos los que aún no tienen marca: pulsa {key}</translation>
    </message>
    <message>
        <source>Mark {name}: {code}</source>
        <translation>Marcar a {name}: {code}</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Asistencias</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Significado</translation>
    </message>
    <message>
        <source>Medical</source>
        <translation>Médica</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Reunión</translation>
    </message>
    <message>
        <source>Meeting completed</source>
        <translation>Reunión cerrada</translation>
    </message>
    <message>
        <source>Meeting sheet</source>
        <translation>Hoja de la reunión</translation>
    </message>
    <message>
        <source>Meeting: {mark}</source>
        <translation>Reunión: {mark}</translation>
    </message>
    <message>
        <source>Meeting: {mark}, represented by {substitute}</source>
        <translation>Reunión: {mark}, en su lugar {substitute}</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Reuniones</translation>
    </message>
    <message>
        <source>Meetings and attendance</source>
        <translation>Reuniones y asistencia</translation>
    </message>
    <message>
        <source>Meetings as a substitute</source>
        <translation>Reuniones como sustituto</translation>
    </message>
    <message>
        <source>Meetings to complete</source>
        <translation>Reuniones por cerrar</translation>
    </message>
    <message>
        <source>Meetings with nothing entered</source>
        <translation>Reuniones sin datos</translation>
    </message>
    <message>
        <source>Meets on</source>
        <translation>Se reúne los</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Miembro</translation>
    </message>
    <message>
        <source>Member or visitor</source>
        <translation>Miembro o invitado</translation>
    </message>
    <message>
        <source>Member since</source>
        <translation>Miembro desde</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Miembros</translation>
    </message>
    <message>
        <source>Members and expected visitors of a meeting, to sign</source>
        <translation>Miembros e invitados previstos de una reunión, para firmar</translation>
    </message>
    <message>
        <source>Members and guests; the people and companies who are recommended</source>
        <translation>Miembros e invitados; las personas y empresas recomendadas</translation>
    </message>
    <message>
        <source>Members here</source>
        <translation>Miembros en la sala</translation>
    </message>
    <message>
        <source>Members here: {here} of {all}</source>
        <translation>Miembros en la sala: {here} de {all}</translation>
    </message>
    <message>
        <source>Members mentored</source>
        <translation>Miembros con su mentoría</translation>
    </message>
    <message>
        <source>Members sponsored</source>
        <translation>Miembros que presentó</translation>
    </message>
    <message>
        <source>Members with their seats and roles</source>
        <translation>Miembros con su especialidad y sus cargos</translation>
    </message>
    <message>
        <source>Members, and who stands in for them</source>
        <translation>Miembros y quienes los sustituyen</translation>
    </message>
    <message>
        <source>Members, applicants, former members</source>
        <translation>Miembros, aspirantes, antiguos miembros</translation>
    </message>
    <message>
        <source>Members, attendance and referral slips of networking chapters.</source>
        <translation>Miembros, asistencia y papeletas de referencias de grupos de networking.</translation>
    </message>
    <message>
        <source>Members, attendance and slips of your chapter, and the reports that come of them; on your own computer, without the internet.</source>
        <translation>Los miembros, la asistencia y las papeletas de tu grupo, y los informes que salen de todo ello; en tu propio ordenador, sin internet.</translation>
    </message>
    <message>
        <source>Members, attendance and slips of your group, kept on this computer alone.</source>
        <translation>Los miembros, la asistencia y las papeletas de tu grupo, guardados solo en este ordenador.</translation>
    </message>
    <message>
        <source>Membership</source>
        <translation>Alta</translation>
    </message>
    <message>
        <source>Membership committee</source>
        <translation>Comité de miembros</translation>
    </message>
    <message>
        <source>Membership of another person</source>
        <translation>Pertenencia de otra persona</translation>
    </message>
    <message>
        <source>Memberships</source>
        <translation>Pertenencia al grupo</translation>
    </message>
    <message>
        <source>Memberships and roles</source>
        <translation>Altas, bajas y cargos</translation>
    </message>
    <message>
        <source>Mentor</source>
        <translation>Mentor</translation>
    </message>
    <message>
        <source>Mentoring coordinator</source>
        <translation>Coordinación de mentores</translation>
    </message>
    <message>
        <source>Messages of the chapter</source>
        <translation>Mensajes del grupo</translation>
    </message>
    <message>
        <source>Mexican peso</source>
        <translation>Peso mexicano</translation>
    </message>
    <message>
        <source>Mexico</source>
        <translation>México</translation>
    </message>
    <message>
        <source>Minimise</source>
        <translation>Minimizar</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Móvil</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Move it to {folder}</source>
        <translation>Moverlo a {folder}</translation>
    </message>
    <message>
        <source>Move the meeting of {date}</source>
        <translation>Cambiar de día la reunión del {date}</translation>
    </message>
    <message>
        <source>Move the meeting of {date} to {day}</source>
        <translation>Pasar la reunión del {date} al {day}</translation>
    </message>
    <message>
        <source>Move to another day</source>
        <translation>Cambiar de día</translation>
    </message>
    <message>
        <source>Moving the file</source>
        <translation>Moviendo el archivo</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Name in imported files</source>
        <translation>Nombre en archivos importados</translation>
    </message>
    <message>
        <source>Name in the file</source>
        <translation>Nombre en el archivo</translation>
    </message>
    <message>
        <source>Name of a member, former member or visitor</source>
        <translation>Nombre de un miembro, antiguo miembro o invitado</translation>
    </message>
    <message>
        <source>Name of the chapter or group</source>
        <translation>Nombre del grupo</translation>
    </message>
    <message>
        <source>Name, company, who invited…</source>
        <translation>Nombre, empresa, quién invitó…</translation>
    </message>
    <message>
        <source>Name, seat, company…</source>
        <translation>Nombre, especialidad, empresa…</translation>
    </message>
    <message>
        <source>Named in texts</source>
        <translation>Nombrado en textos</translation>
    </message>
    <message>
        <source>Names in imported files</source>
        <translation>Nombres en archivos importados</translation>
    </message>
    <message>
        <source>Names of the group are tried first; take words that have nothing to do with it.</source>
        <translation>Los nombres del grupo son lo primero que se prueba; usa palabras que no tengan nada que ver con él.</translation>
    </message>
    <message>
        <source>Names, company, telephones, e-mails, website, address, photo, notes; classification, status, days of joining, renewal and leaving; sponsor, mentor, roles</source>
        <translation>Nombre, empresa, teléfonos, correos, web, dirección, foto, notas; especialidad, estado, fechas de alta, renovación y baja; quién lo presentó, mentor, cargos</translation>
    </message>
    <message>
        <source>Names, company, telephones, e-mails; meeting, who invited, outcome, day of the next contact, note</source>
        <translation>Nombre, empresa, teléfonos, correos; reunión, quién invitó, resultado, día del próximo contacto, nota</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Por atender</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation>Países Bajos</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>New chapter</source>
        <translation>Grupo nuevo</translation>
    </message>
    <message>
        <source>New consent</source>
        <translation>Nuevo consentimiento</translation>
    </message>
    <message>
        <source>New member</source>
        <translation>Nuevo miembro</translation>
    </message>
    <message>
        <source>New or repeat</source>
        <translation>Nuevo o recurrente</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Contraseña nueva</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Persona nueva</translation>
    </message>
    <message>
        <source>New role</source>
        <translation>Nuevo cargo</translation>
    </message>
    <message>
        <source>New slip</source>
        <translation>Papeleta nueva</translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation>Próximo contacto</translation>
    </message>
    <message>
        <source>Next meeting</source>
        <translation>Próxima reunión</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Página siguiente</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>No backup was made: the file itself is damaged. {detail}</source>
        <translation>No se ha hecho la copia de seguridad: el propio archivo está dañado. {detail}</translation>
    </message>
    <message>
        <source>No backups of this file yet</source>
        <translation>Todavía no hay copias de este archivo</translation>
    </message>
    <message>
        <source>No change fits. Try fewer letters, other days or another person.</source>
        <translation>Ningún cambio encaja. Prueba con menos letras, otros días u otra persona.</translation>
    </message>
    <message>
        <source>No chapter</source>
        <translation>Ningún grupo</translation>
    </message>
    <message>
        <source>No code</source>
        <translation>Sin código</translation>
    </message>
    <message>
        <source>No copy was made: the file itself is damaged. {detail}</source>
        <translation>No se ha hecho la copia: el propio archivo está dañado. {detail}</translation>
    </message>
    <message>
        <source>No diagnoses or other details of health, no identity documents, no bank details, no places where people are, nothing from social networks, and not who made a change. Nobody is rated or decided about by a machine.</source>
        <translation>Ni diagnósticos ni otros detalles de salud, ni documentos de identidad, ni datos bancarios, ni ubicaciones, nada de redes sociales, ni quién hizo un cambio. Ninguna máquina valora a nadie ni decide sobre nadie.</translation>
    </message>
    <message>
        <source>No fixed day</source>
        <translation>Sin día fijo</translation>
    </message>
    <message>
        <source>No mark</source>
        <translation>Sin marcar</translation>
    </message>
    <message>
        <source>No meeting has taken place yet</source>
        <translation>Todavía no se ha celebrado ninguna reunión</translation>
    </message>
    <message>
        <source>No meeting is planned</source>
        <translation>No hay ninguna reunión programada</translation>
    </message>
    <message>
        <source>No meeting is planned; choose in the settings when the chapter meets.</source>
        <translation>No hay ninguna reunión programada; elige en Ajustes cuándo se reúne el grupo.</translation>
    </message>
    <message>
        <source>No meeting of these days has a roll call.</source>
        <translation>En estas fechas no hay ninguna reunión con lista pasada.</translation>
    </message>
    <message>
        <source>No meeting on {date}</source>
        <translation>El {date} no hay reunión</translation>
    </message>
    <message>
        <source>No meeting yet</source>
        <translation>Todavía no hay reuniones</translation>
    </message>
    <message>
        <source>No member has this name; choose somebody from the list, or leave it empty.</source>
        <translation>Ningún miembro se llama así; elige a alguien de la lista o déjalo vacío.</translation>
    </message>
    <message>
        <source>No members yet</source>
        <translation>Todavía no hay miembros</translation>
    </message>
    <message>
        <source>No program of this computer opens PDF files; export the report instead.</source>
        <translation>Ningún programa de este ordenador abre archivos PDF; exporta el informe.</translation>
    </message>
    <message>
        <source>No program of this computer shows folders. It is here: {path}</source>
        <translation>Ningún programa de este ordenador muestra carpetas. Está aquí: {path}</translation>
    </message>
    <message>
        <source>No public holidays</source>
        <translation>Sin festivos oficiales</translation>
    </message>
    <message>
        <source>No slip and no visit falls in these days.</source>
        <translation>En estas fechas no hay papeletas ni visitas.</translation>
    </message>
    <message>
        <source>No slip has these words, this person, this kind and these days together.</source>
        <translation>Ninguna papeleta reúne estas palabras, esta persona, este tipo y estos días.</translation>
    </message>
    <message>
        <source>No slip, mark or visit of these days counts in this figure.</source>
        <translation>Ninguna papeleta, marca o visita de estos días cuenta en esta cifra.</translation>
    </message>
    <message>
        <source>No slips yet</source>
        <translation>Todavía no hay papeletas</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>No queda espacio en el disco</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>No existe el archivo o la carpeta</translation>
    </message>
    <message>
        <source>No visit has all these words. Try fewer letters, or another list.</source>
        <translation>Ninguna visita tiene todas estas palabras. Prueba con menos letras o con otra lista.</translation>
    </message>
    <message>
        <source>No visitor is expected yet</source>
        <translation>Aún no se espera a ningún invitado</translation>
    </message>
    <message>
        <source>No visitor is expected.</source>
        <translation>No se espera a ningún invitado.</translation>
    </message>
    <message>
        <source>Nobody has been marked in these days</source>
        <translation>Sin asistencia registrada en estas fechas</translation>
    </message>
    <message>
        <source>Nobody has this name; choose somebody from the list.</source>
        <translation>Nadie se llama así; elige a alguien de la lista.</translation>
    </message>
    <message>
        <source>Nobody here has all these words. Try fewer letters, or another list.</source>
        <translation>Nadie tiene todas estas palabras. Prueba con menos letras o con otra lista.</translation>
    </message>
    <message>
        <source>Nobody here is called that. Esc shows everybody again.</source>
        <translation>Aquí nadie se llama así. Con Esc vuelven a salir todos.</translation>
    </message>
    <message>
        <source>Nobody holds this seat.</source>
        <translation>Nadie ocupa esta especialidad.</translation>
    </message>
    <message>
        <source>Nobody in the file is called “{name}”; give the whole name, or the e-mail</source>
        <translation>Nadie en el archivo se llama «{name}»; indica el nombre completo o el correo</translation>
    </message>
    <message>
        <source>Nobody in this file is called “{name}”. Choose a name of the list.</source>
        <translation>Nadie en este archivo se llama «{name}». Elige un nombre de la lista.</translation>
    </message>
    <message>
        <source>Nobody is a member yet.</source>
        <translation>Todavía no hay ningún miembro.</translation>
    </message>
    <message>
        <source>Nobody is chosen</source>
        <translation>No hay nadie elegido</translation>
    </message>
    <message>
        <source>Nobody is in this file yet</source>
        <translation>Todavía no hay nadie en este archivo</translation>
    </message>
    <message>
        <source>Nobody is in this list now.</source>
        <translation>Ahora no hay nadie en esta lista.</translation>
    </message>
    <message>
        <source>Nobody is marked yet</source>
        <translation>Todavía no se ha pasado lista</translation>
    </message>
    <message>
        <source>Nobody is named as substitute of {name}</source>
        <translation>Falta decir quién sustituye a {name}</translation>
    </message>
    <message>
        <source>Nobody of the chapter is called like that. An answer is remembered for the next files.</source>
        <translation>Nadie del grupo se llama así. La respuesta se recuerda para los próximos archivos.</translation>
    </message>
    <message>
        <source>Nobody to call yet</source>
        <translation>Aún no hay a quién pasar lista</translation>
    </message>
    <message>
        <source>Nobody visited.</source>
        <translation>No vino ningún invitado.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>None by the program: it uses no network and no service of others</source>
        <translation>Ninguno por parte del programa: no usa la red ni servicios de terceros</translation>
    </message>
    <message>
        <source>None by the program: the data are kept on this computer, in one file</source>
        <translation>Ninguno por parte del programa: los datos se guardan en este ordenador, en un archivo</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>No es una carpeta</translation>
    </message>
    <message>
        <source>Not in this text, but in “{title}”: Enter goes there.</source>
        <translation>No está en este texto, pero sí en «{title}»: Intro lleva allí.</translation>
    </message>
    <message>
        <source>Not interested</source>
        <translation>No le interesa</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Se desconoce</translation>
    </message>
    <message>
        <source>Not listed</source>
        <translation>No incluidos</translation>
    </message>
    <message>
        <source>Not marked yet: {count}</source>
        <translation>Sin marcar: {count}</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Not protected</source>
        <translation>Sin proteger</translation>
    </message>
    <message>
        <source>Not stored: {what}</source>
        <translation>Sin guardar: {what}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Nothing can be created in the folder {folder}</source>
        <translation>No se puede crear nada en la carpeta {folder}</translation>
    </message>
    <message>
        <source>Nothing can be created in {folder}, where ChapterDesk keeps its data. Choose another folder, or make this one writable and try again.</source>
        <translation>No se puede crear nada en {folder}, donde ChapterDesk guarda sus datos. Elige otra carpeta, o haz que se pueda escribir en esta e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>Nada coincide</translation>
    </message>
    <message>
        <source>Nothing goes by itself: you see the list first, and leave out what you still need.</source>
        <translation>Nada se va solo: primero ves la lista y dejas fuera lo que aún necesites.</translation>
    </message>
    <message>
        <source>Nothing has been changed yet</source>
        <translation>Todavía no ha cambiado nada</translation>
    </message>
    <message>
        <source>Nothing has been kept longer than this.</source>
        <translation>No hay nada que lleve más tiempo guardado.</translation>
    </message>
    <message>
        <source>Nothing in the file looks like a summary, an attendance file, a slips file or a list of members</source>
        <translation>Nada en el archivo se parece a un resumen, una asistencia, unas papeletas o una lista de miembros</translation>
    </message>
    <message>
        <source>Nothing is called like that.</source>
        <translation>No hay nada que se llame así.</translation>
    </message>
    <message>
        <source>Nothing is waiting. Meetings, visitors and renewals are in order.</source>
        <translation>No hay nada pendiente. Reuniones, invitados y renovaciones están al día.</translation>
    </message>
    <message>
        <source>Nothing new in it.</source>
        <translation>No había nada nuevo.</translation>
    </message>
    <message>
        <source>Nothing was changed since it came into this file.</source>
        <translation>No se ha cambiado nada desde que entró en este archivo.</translation>
    </message>
    <message>
        <source>Nothing was counted</source>
        <translation>No se ha contado nada</translation>
    </message>
    <message>
        <source>Nothing was counted in these days</source>
        <translation>No hay nada que contar en estas fechas</translation>
    </message>
    <message>
        <source>Nothing was entered in the meeting of {date}</source>
        <translation>No hay nada anotado en la reunión del {date}</translation>
    </message>
    <message>
        <source>Nothing was handed in</source>
        <translation>No se entregó nada</translation>
    </message>
    <message>
        <source>Nothing was handed in.</source>
        <translation>No se entregó nada.</translation>
    </message>
    <message>
        <source>Nothing was lost: what you were typing is where you left it.</source>
        <translation>No se ha perdido nada: lo que estabas escribiendo sigue donde lo dejaste.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Observer</source>
        <translation>Observador</translation>
    </message>
    <message>
        <source>Of another chapter</source>
        <translation>De otro grupo</translation>
    </message>
    <message>
        <source>Of other people only the names stand here, and of the contacts on referrals only that there are some: what else is kept about them is theirs. Times are in UTC.</source>
        <translation>De otras personas solo figura el nombre, y de los contactos de las referencias solo que los hay: lo demás que se guarda de ellas les pertenece. Las horas están en UTC.</translation>
    </message>
    <message>
        <source>On closing</source>
        <translation>Al cerrar</translation>
    </message>
    <message>
        <source>On leave</source>
        <translation>De baja temporal</translation>
    </message>
    <message>
        <source>On leave, no code: {count}</source>
        <translation>De baja temporal, sin código: {count}</translation>
    </message>
    <message>
        <source>On leave: {names}</source>
        <translation>De baja temporal: {names}</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>En este ordenador</translation>
    </message>
    <message>
        <source>On this computer. On a stick or in a synced folder they are safe when the computer is lost</source>
        <translation>En este ordenador. En una memoria USB o una carpeta sincronizada estarían a salvo aunque se pierda el ordenador</translation>
    </message>
    <message>
        <source>One is made each time you close the file after changing something, and before each import. Or make one now.</source>
        <translation>Se hace una cada vez que cierras el archivo después de cambiar algo, y antes de cada importación. También puedes hacer una ahora.</translation>
    </message>
    <message>
        <source>One meeting: attendance, slips, visitors and totals</source>
        <translation>Una reunión: asistencia, papeletas, invitados y totales</translation>
    </message>
    <message>
        <source>One of each</source>
        <translation>Una de cada</translation>
    </message>
    <message>
        <source>One question first</source>
        <translation>Antes, una pregunta</translation>
    </message>
    <message>
        <source>One-to-one</source>
        <translation>Uno a uno</translation>
    </message>
    <message>
        <source>One-to-one of {giver} and {receiver}</source>
        <translation>Uno a uno de {giver} y {receiver}</translation>
    </message>
    <message>
        <source>One-to-one with {other}</source>
        <translation>Uno a uno con {other}</translation>
    </message>
    <message>
        <source>One-to-ones</source>
        <translation>Uno a uno</translation>
    </message>
    <message>
        <source>One-to-ones, credits</source>
        <translation>Uno a uno, créditos</translation>
    </message>
    <message>
        <source>Only a protected file can be locked; give it a passphrase in the settings.</source>
        <translation>Solo se puede bloquear un archivo protegido; ponle una contraseña en los ajustes.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Abrir un archivo</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Abrir un archivo…</translation>
    </message>
    <message>
        <source>Open another file…</source>
        <translation>Abrir otro archivo…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
    <message>
        <source>Open in the PDF viewer</source>
        <translation>Abrir en el visor de PDF</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Abrirla</translation>
    </message>
    <message>
        <source>Open the backup</source>
        <translation>Abrir la copia</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>Abrir la demostración</translation>
    </message>
    <message>
        <source>Open the folder of the backups</source>
        <translation>Abrir la carpeta de las copias</translation>
    </message>
    <message>
        <source>Open the meeting</source>
        <translation>Abrir la reunión</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>Abrir el registro</translation>
    </message>
    <message>
        <source>Open the sheet</source>
        <translation>Abrir la hoja</translation>
    </message>
    <message>
        <source>Open to read only</source>
        <translation>Abrir solo para leer</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Abriendo…</translation>
    </message>
    <message>
        <source>Other chapter</source>
        <translation>Otro grupo</translation>
    </message>
    <message>
        <source>Other countries</source>
        <translation>Otros países</translation>
    </message>
    <message>
        <source>Other party</source>
        <translation>Otra parte</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Otros</translation>
    </message>
    <message>
        <source>Others: {key}</source>
        <translation>Los demás: {key}</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>Externa</translation>
    </message>
    <message>
        <source>Outside the program</source>
        <translation>Fuera del programa</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Renovación vencida</translation>
    </message>
    <message>
        <source>Own dates</source>
        <translation>Otras fechas</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Página anterior</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Página {page} de {pages}</translation>
    </message>
    <message>
        <source>Panama</source>
        <translation>Panamá</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Paper slips</source>
        <translation>Papeletas en papel</translation>
    </message>
    <message>
        <source>Parents' association</source>
        <translation>Asociación de madres y padres</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Passphrase of this backup</source>
        <translation>Contraseña de esta copia</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Pegar</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Pendiente</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>People and consents</source>
        <translation>Personas y consentimientos</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periodo</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Sin permiso de acceso</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Datos personales</translation>
    </message>
    <message>
        <source>Personal data of who is shown</source>
        <translation>Datos personales de quien se muestra</translation>
    </message>
    <message>
        <source>Personal data: what is held, export, erase</source>
        <translation>Datos personales: qué se guarda, exportar, suprimir</translation>
    </message>
    <message>
        <source>Peru</source>
        <translation>Perú</translation>
    </message>
    <message>
        <source>Peruvian sol</source>
        <translation>Sol peruano</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Phone or e-mail</source>
        <translation>Teléfono o correo</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>Teléfonos</translation>
    </message>
    <message>
        <source>Phones and e-mails</source>
        <translation>Teléfonos y correos</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Photo of {name}</source>
        <translation>Foto de {name}</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Plan again</source>
        <translation>Volver a programar</translation>
    </message>
    <message>
        <source>Plan the meeting of {date} again</source>
        <translation>Volver a programar la reunión del {date}</translation>
    </message>
    <message>
        <source>Plan the meetings of the next weeks</source>
        <translation>Programar las reuniones de las próximas semanas</translation>
    </message>
    <message>
        <source>Plan the next eight weeks</source>
        <translation>Programar las próximas ocho semanas</translation>
    </message>
    <message>
        <source>Plan the next weeks from the usual weekday, or add a single day.</source>
        <translation>Programa las próximas semanas según el día habitual o añade un día suelto.</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Programada</translation>
    </message>
    <message>
        <source>Portugal</source>
        <translation>Portugal</translation>
    </message>
    <message>
        <source>Pound sterling</source>
        <translation>Libra esterlina</translation>
    </message>
    <message>
        <source>Preparing the demo</source>
        <translation>Preparando la demostración</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Presente</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>Contraseña actual</translation>
    </message>
    <message>
        <source>Present, late or with a substitute</source>
        <translation>Presentes, con retraso o con sustituto</translation>
    </message>
    <message>
        <source>President</source>
        <translation>Presidencia</translation>
    </message>
    <message>
        <source>Press a letter here, or {keys} and the letter from anywhere.</source>
        <translation>Pulsa una letra aquí, o {keys} y la letra desde cualquier sitio.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Printing page {page} of {pages}</source>
        <translation>Imprimiendo la página {page} de {pages}</translation>
    </message>
    <message>
        <source>Probation</source>
        <translation>En periodo de prueba</translation>
    </message>
    <message>
        <source>Prospect</source>
        <translation>Posible cliente</translation>
    </message>
    <message>
        <source>Protect a desk file with a passphrase, change it, or remove it.</source>
        <translation>Protege un archivo con una contraseña, la cambia o la quita.</translation>
    </message>
    <message>
        <source>Protect the file</source>
        <translation>Proteger el archivo</translation>
    </message>
    <message>
        <source>Protect the file with a passphrase</source>
        <translation>Proteger el archivo con una contraseña</translation>
    </message>
    <message>
        <source>Protected with a passphrase</source>
        <translation>Protegido con una contraseña</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Protección</translation>
    </message>
    <message numerus="yes">
        <source>Provisional: %n meeting(s) still in progress</source>
        <translation>
            <numerusform>Provisional: %n reunión sigue en curso</numerusform>
            <numerusform>Provisional: %n reuniones siguen en curso</numerusform>
        </translation>
    </message>
    <message>
        <source>Provisional: the meeting is still in progress</source>
        <translation>Provisional: la reunión sigue en curso</translation>
    </message>
    <message>
        <source>Public holidays of the country and region are known already.</source>
        <translation>Los festivos del país y de la comunidad ya se conocen.</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Finalidad</translation>
    </message>
    <message>
        <source>Put it in its place</source>
        <translation>Ponerla en su lugar</translation>
    </message>
    <message>
        <source>Qt and PySide6 are used under the GNU Lesser General Public License, version 3: the modules {modules}. They are shared libraries in the folder {folder}; you may replace them with your own build of the same version. Their sources are at {sources}.</source>
        <translation>Qt y PySide6 se usan con la licencia GNU LGPL, versión 3: los módulos {modules}. Son bibliotecas compartidas que están en la carpeta {folder}; puedes sustituirlas por otras de la misma versión compiladas por ti. Su código fuente está en {sources}.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Quoted</source>
        <translation>Presupuestado</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Puesto</translation>
    </message>
    <message>
        <source>Rank by referrals per week</source>
        <translation>Clasificar por referencias por semana</translation>
    </message>
    <message>
        <source>Read files into a chapter. Their format is recognised by content.</source>
        <translation>Lee archivos y los importa en un grupo. El formato se reconoce por el contenido.</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>Leerlo</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Solo lectura</translation>
    </message>
    <message>
        <source>Read only: save a copy</source>
        <translation>Solo lectura: guardar una copia</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>El disco es de solo lectura</translation>
    </message>
    <message>
        <source>Reading the backup…</source>
        <translation>Leyendo la copia…</translation>
    </message>
    <message>
        <source>Reading the file takes too long; it may be damaged</source>
        <translation>El archivo tarda demasiado en leerse; puede que esté dañado</translation>
    </message>
    <message>
        <source>Reading the files</source>
        <translation>Leyendo los archivos</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibidas</translation>
    </message>
    <message>
        <source>Received inside</source>
        <translation>Recibidas internas</translation>
    </message>
    <message>
        <source>Received outside</source>
        <translation>Recibidas externas</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>Recibe</translation>
    </message>
    <message>
        <source>Receiver belongs to</source>
        <translation>Quien recibe es de</translation>
    </message>
    <message>
        <source>Receiver's side</source>
        <translation>De dónde es quien recibe</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Destinatarios</translation>
    </message>
    <message>
        <source>Record a consent of {name}</source>
        <translation>Anotar un consentimiento de {name}</translation>
    </message>
    <message>
        <source>Record of another person</source>
        <translation>Ficha de otra persona</translation>
    </message>
    <message>
        <source>Record of processing</source>
        <translation>Registro de actividades de tratamiento</translation>
    </message>
    <message>
        <source>Record of processing activities (General Data Protection Regulation, article 30). The figures are those of the file on {date}.</source>
        <translation>Registro de actividades de tratamiento (Reglamento General de Protección de Datos, artículo 30). Las cifras son las del archivo a {date}.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation>Rehacer: {what}</translation>
    </message>
    <message>
        <source>Redone: {what}</source>
        <translation>Rehecho: {what}</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Referencia</translation>
    </message>
    <message>
        <source>Referral from {giver} to {receiver}</source>
        <translation>Referencia de {giver} para {receiver}</translation>
    </message>
    <message>
        <source>Referral received from {other}</source>
        <translation>Referencia recibida de {other}</translation>
    </message>
    <message>
        <source>Referral received from {other}: {prospect}</source>
        <translation>Referencia recibida de {other}: {prospect}</translation>
    </message>
    <message>
        <source>Referral to {other}</source>
        <translation>Referencia para {other}</translation>
    </message>
    <message>
        <source>Referral to {other}: {prospect}</source>
        <translation>Referencia para {other}: {prospect}</translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation>Referencias</translation>
    </message>
    <message>
        <source>Referrals and other slips</source>
        <translation>Referencias y otras papeletas</translation>
    </message>
    <message>
        <source>Referrals given inside</source>
        <translation>Referencias dadas internas</translation>
    </message>
    <message>
        <source>Referrals given outside</source>
        <translation>Referencias dadas externas</translation>
    </message>
    <message>
        <source>Referrals per week</source>
        <translation>Referencias por semana</translation>
    </message>
    <message>
        <source>Referrals received inside</source>
        <translation>Referencias recibidas internas</translation>
    </message>
    <message>
        <source>Referrals received outside</source>
        <translation>Referencias recibidas externas</translation>
    </message>
    <message>
        <source>Referrals still open</source>
        <translation>Referencias pendientes</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Comunidad o región</translation>
    </message>
    <message>
        <source>Rejoin</source>
        <translation>Volver a dar de alta</translation>
    </message>
    <message>
        <source>Rejoin…</source>
        <translation>Volver a dar de alta…</translation>
    </message>
    <message>
        <source>Remember on this computer</source>
        <translation>Recordar en este ordenador</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n entry(ies)…</source>
        <translation>
            <numerusform>Quitar %n anotación…</numerusform>
            <numerusform>Quitar %n anotaciones…</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove for good</source>
        <translation>Quitar para siempre</translation>
    </message>
    <message>
        <source>Remove photo</source>
        <translation>Quitar la foto</translation>
    </message>
    <message>
        <source>Remove slip of {name}</source>
        <translation>Quitar papeleta de {name}</translation>
    </message>
    <message numerus="yes">
        <source>Remove the %n backup(s) made until now, once a new one is made</source>
        <translation>
            <numerusform>Quitar la copia de seguridad hecha hasta ahora, cuando haya una nueva</numerusform>
            <numerusform>Quitar las %n copias de seguridad hechas hasta ahora, cuando haya una nueva</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the contacts of old referrals: {count}</source>
        <translation>Quitar los contactos de referencias antiguas: {count}</translation>
    </message>
    <message>
        <source>Remove the holiday of {day}</source>
        <translation>Quitar el festivo del {day}</translation>
    </message>
    <message>
        <source>Remove the logo</source>
        <translation>Quitar el logotipo</translation>
    </message>
    <message>
        <source>Remove the passphrase</source>
        <translation>Quitar la contraseña</translation>
    </message>
    <message>
        <source>Remove the photo of {name}</source>
        <translation>Quitar la foto de {name}</translation>
    </message>
    <message>
        <source>Remove the visit of {name}</source>
        <translation>Quitar la visita de {name}</translation>
    </message>
    <message>
        <source>Remove this visit</source>
        <translation>Quitar esta visita</translation>
    </message>
    <message>
        <source>Remove visitor {name}</source>
        <translation>Quitar invitado {name}</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Quitado</translation>
    </message>
    <message>
        <source>Removed: {what}</source>
        <translation>Quitado: {what}</translation>
    </message>
    <message>
        <source>Removing what is old</source>
        <translation>Quitando lo que es antiguo</translation>
    </message>
    <message>
        <source>Renewal date</source>
        <translation>Fecha de renovación</translation>
    </message>
    <message>
        <source>Renewal due</source>
        <translation>Renovación</translation>
    </message>
    <message>
        <source>Renewal pending</source>
        <translation>Renovación pendiente</translation>
    </message>
    <message>
        <source>Renewals</source>
        <translation>Renovaciones</translation>
    </message>
    <message>
        <source>Renews on</source>
        <translation>Renueva el</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Recurrente</translation>
    </message>
    <message>
        <source>Repeat business</source>
        <translation>Cliente recurrente</translation>
    </message>
    <message>
        <source>Repeat visit</source>
        <translation>Visita repetida</translation>
    </message>
    <message>
        <source>Replace what was imported before for the same days</source>
        <translation>Sustituir lo que se importó antes para los mismos días</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Informes</translation>
    </message>
    <message>
        <source>Represented</source>
        <translation>Representados</translation>
    </message>
    <message>
        <source>Requests of people</source>
        <translation>Solicitudes de las personas</translation>
    </message>
    <message>
        <source>Resigned</source>
        <translation>Baja voluntaria</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Responsible: name of the association or person</source>
        <translation>Responsable: nombre de la asociación o persona</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Restore the backup that is shown</source>
        <translation>Restaurar la copia que se muestra</translation>
    </message>
    <message>
        <source>Restored. The damaged file is kept as {file}</source>
        <translation>Restaurado. El archivo dañado se conserva como {file}</translation>
    </message>
    <message>
        <source>Restoring the backup</source>
        <translation>Restaurando la copia de seguridad</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Cargo</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Cargos</translation>
    </message>
    <message>
        <source>Roll call</source>
        <translation>Pasar lista</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>Lista de miembros</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Row of imported totals</source>
        <translation>Fila de totales importados</translation>
    </message>
    <message>
        <source>Row {row}, {column}: {text}</source>
        <translation>Fila {row}, {column}: {text}</translation>
    </message>
    <message>
        <source>Row {row}: {text}</source>
        <translation>Fila {row}: {text}</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Guardar una copia</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Guardar una copia…</translation>
    </message>
    <message>
        <source>Saving a copy</source>
        <translation>Guardando una copia</translation>
    </message>
    <message>
        <source>Say in a few words why the meeting is opened again; the log keeps it</source>
        <translation>Explica en pocas palabras por qué se reabre la reunión; queda en el registro</translation>
    </message>
    <message>
        <source>Say what a member did well for you or for somebody you sent.</source>
        <translation>Cuenta qué ha hecho bien un miembro por ti o por alguien a quien enviaste.</translation>
    </message>
    <message>
        <source>Say whom the report is about: {flag} with the whole name or the e-mail</source>
        <translation>Di de quién es el informe: {flag} con el nombre completo o el correo</translation>
    </message>
    <message>
        <source>Sealing the backup</source>
        <translation>Sellando la copia de seguridad</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>Especialidad</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Especialidades</translation>
    </message>
    <message>
        <source>Seats, wanted and held</source>
        <translation>Especialidades, buscadas y ocupadas</translation>
    </message>
    <message>
        <source>Second e-mail</source>
        <translation>Segundo correo</translation>
    </message>
    <message>
        <source>Secretary/treasurer</source>
        <translation>Secretaría y tesorería</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Seleccionar todo</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Enviado a la impresora.</translation>
    </message>
    <message>
        <source>Set a passphrase…</source>
        <translation>Poner una contraseña…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Hoja</translation>
    </message>
    <message>
        <source>Sheet as PDF</source>
        <translation>Hoja en PDF</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>Hojas</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more name(s)</source>
        <translation>
            <numerusform>Mostrar %n nombre más</numerusform>
            <numerusform>Mostrar %n nombres más</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all again</source>
        <translation>Volver a mostrar todo</translation>
    </message>
    <message>
        <source>Show all changes again</source>
        <translation>Mostrar otra vez todos los cambios</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Ver en la carpeta</translation>
    </message>
    <message>
        <source>Show in folder: {name}</source>
        <translation>Ver en la carpeta: {name}</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Verla</translation>
    </message>
    <message numerus="yes">
        <source>Show more of the %n others</source>
        <translation>
            <numerusform>Mostrar la que falta</numerusform>
            <numerusform>Mostrar más de las otras %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Show or hide the words of the sidebar</source>
        <translation>Mostrar u ocultar los textos de la barra lateral</translation>
    </message>
    <message>
        <source>Show the backups</source>
        <translation>Ver las copias de seguridad</translation>
    </message>
    <message>
        <source>Show the card</source>
        <translation>Ver la ficha</translation>
    </message>
    <message>
        <source>Show the changes of one person</source>
        <translation>Mostrar los cambios de una persona</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>Ver la lista</translation>
    </message>
    <message>
        <source>Show the meeting</source>
        <translation>Ver la reunión</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>Mostrar la contraseña</translation>
    </message>
    <message>
        <source>Show the seats</source>
        <translation>Ver las especialidades</translation>
    </message>
    <message>
        <source>Show what has been kept long enough</source>
        <translation>Ver los datos que ya no hacen falta</translation>
    </message>
    <message>
        <source>Shown, handed over, erased, not kept for ever.</source>
        <translation>Verlos, entregarlos, suprimirlos y no guardarlos para siempre.</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Procedencia</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Firmas</translation>
    </message>
    <message>
        <source>Sign-in sheet</source>
        <translation>Hoja de firmas</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>Papeleta</translation>
    </message>
    <message>
        <source>Slip ledger</source>
        <translation>Registro de papeletas</translation>
    </message>
    <message>
        <source>Slips</source>
        <translation>Papeletas</translation>
    </message>
    <message>
        <source>Slips and expected visitors of this day went to the next meeting.</source>
        <translation>Las papeletas y los invitados previstos de este día han pasado a la reunión siguiente.</translation>
    </message>
    <message>
        <source>Slips given</source>
        <translation>Papeletas dadas</translation>
    </message>
    <message>
        <source>Slips received</source>
        <translation>Papeletas recibidas</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Pequeño</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Reducir</translation>
    </message>
    <message>
        <source>Some changes could not be stored yet. Open it to see them, or close the file again without them.</source>
        <translation>Algunos cambios no se han podido guardar todavía. Ábrelo para verlos o vuelve a cerrar el archivo sin ellos.</translation>
    </message>
    <message>
        <source>Somebody who wants to hear from the member: they know that the call will come.</source>
        <translation>Alguien que espera la llamada del miembro y sabe que se va a producir.</translation>
    </message>
    <message>
        <source>Somebody who would like to get to know us. We call them before the meeting.</source>
        <translation>Alguien a quien le gustaría conocernos. Le llamamos antes de la reunión.</translation>
    </message>
    <message>
        <source>Something went wrong here. No file is open; you can go on.</source>
        <translation>Algo ha fallado aquí. No hay ningún archivo abierto; puedes seguir.</translation>
    </message>
    <message>
        <source>Something went wrong here. Your data are stored; you can go on.</source>
        <translation>Algo ha fallado aquí. Tus datos están guardados; puedes seguir.</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>España</translation>
    </message>
    <message>
        <source>Speaking: {name}</source>
        <translation>Tiene la palabra: {name}</translation>
    </message>
    <message>
        <source>Sponsor</source>
        <translation>Presentado por</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>Hoja de cálculo</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Starts at</source>
        <translation>Empieza a las</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Situación</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Store the slip</source>
        <translation>Guardar la papeleta</translation>
    </message>
    <message>
        <source>Stored for the meeting of {date}</source>
        <translation>Guardado para la reunión del {date}</translation>
    </message>
    <message>
        <source>Stored; it counts on {date}</source>
        <translation>Guardada; cuenta el {date}</translation>
    </message>
    <message>
        <source>Strength: {level}</source>
        <translation>Seguridad: {level}</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Fuerte</translation>
    </message>
    <message>
        <source>Substitute</source>
        <translation>Sustituto</translation>
    </message>
    <message>
        <source>Substitutes: {names}</source>
        <translation>Sustitutos: {names}</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Sugerencias</translation>
    </message>
    <message>
        <source>Summaries, attendance by week, slips and lists of members: exports as they come, or spreadsheets. You see what they hold before anything is stored.</source>
        <translation>Resúmenes, asistencia por semanas, papeletas y listas de miembros: las exportaciones tal cual, u hojas de cálculo. Verás lo que contienen antes de que se guarde nada.</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Swiss franc</source>
        <translation>Franco suizo</translation>
    </message>
    <message>
        <source>Switzerland</source>
        <translation>Suiza</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Take away the mark of {name}</source>
        <translation>Quitar la marca de {name}</translation>
    </message>
    <message>
        <source>Take it off the backups too: otherwise they still need it to be restored</source>
        <translation>Quítala también de las copias de seguridad: si no, seguirá haciendo falta para restaurarlas</translation>
    </message>
    <message>
        <source>Testimonial</source>
        <translation>Testimonio</translation>
    </message>
    <message>
        <source>Testimonial for {other}</source>
        <translation>Testimonio para {other}</translation>
    </message>
    <message>
        <source>Testimonial of {giver} for {receiver}</source>
        <translation>Testimonio de {giver} para {receiver}</translation>
    </message>
    <message>
        <source>Testimonial received from {other}</source>
        <translation>Testimonio recibido de {other}</translation>
    </message>
    <message>
        <source>Testimonials</source>
        <translation>Testimonios</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Texto de la licencia</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Texts that name the person</source>
        <translation>Textos que nombran a la persona</translation>
    </message>
    <message>
        <source>Thank the member whose referral became business. Turnover without VAT.</source>
        <translation>Da las gracias al miembro cuya referencia se convirtió en negocio. Importe sin IVA.</translation>
    </message>
    <message>
        <source>Thanks to</source>
        <translation>Gracias a</translation>
    </message>
    <message>
        <source>Thanks to {name}</source>
        <translation>Gracias a {name}</translation>
    </message>
    <message>
        <source>That day already is a holiday of the chapter</source>
        <translation>Ese día ya es festivo del grupo</translation>
    </message>
    <message>
        <source>That is not the passphrase of this file; nothing was changed.</source>
        <translation>No es la contraseña de este archivo; no se ha cambiado nada.</translation>
    </message>
    <message numerus="yes">
        <source>That is not the passphrase. Try again in %n second(s).</source>
        <translation>
            <numerusform>No es la contraseña. Vuelve a intentarlo dentro de %n segundo.</numerusform>
            <numerusform>No es la contraseña. Vuelve a intentarlo dentro de %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>That is not the passphrase; try again.</source>
        <translation>No es la contraseña; vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>That window is in front now. Go on there, or open the file here to read only.</source>
        <translation>Esa ventana está ahora delante. Sigue allí, o abre aquí el archivo solo para leer.</translation>
    </message>
    <message>
        <source>The Total of the file differs from its rows: {columns}.</source>
        <translation>El total del archivo no coincide con sus filas: {columns}.</translation>
    </message>
    <message>
        <source>The Total of the file is more than its rows: {columns}. These are people who left; the difference is kept as Not listed.</source>
        <translation>El total del archivo es mayor que sus filas: {columns}. Son personas que ya no están; la diferencia se guarda como «No incluidos».</translation>
    </message>
    <message>
        <source>The amount is missing; type it like 1234.56</source>
        <translation>Falta el importe; escríbelo así: 1234,56</translation>
    </message>
    <message>
        <source>The amount {text} is out of range; type a positive amount</source>
        <translation>El importe {text} no es válido; escribe un importe positivo</translation>
    </message>
    <message>
        <source>The answer is remembered.</source>
        <translation>La respuesta se recuerda.</translation>
    </message>
    <message>
        <source>The attendance of {date} was imported already; choose to replace it, to import it again</source>
        <translation>La asistencia del {date} ya se importó; elige sustituirla para importarla otra vez</translation>
    </message>
    <message>
        <source>The backup cannot be read: {reason}</source>
        <translation>La copia de seguridad no se puede leer: {reason}</translation>
    </message>
    <message>
        <source>The backup could not be copied to {folder}: {reason}. Nothing was changed; make room, then try again</source>
        <translation>La copia de seguridad no se ha podido copiar en {folder}: {reason}. No se ha cambiado nada; haz sitio e inténtalo de nuevo</translation>
    </message>
    <message>
        <source>The backup has another passphrase, an earlier one</source>
        <translation>La copia de seguridad tiene otra contraseña, una anterior</translation>
    </message>
    <message>
        <source>The backup needs its passphrase to be checked</source>
        <translation>Para comprobar la copia de seguridad hace falta su contraseña</translation>
    </message>
    <message>
        <source>The backup was changed or damaged after it was made</source>
        <translation>La copia de seguridad se ha modificado o dañado después de hacerse</translation>
    </message>
    <message>
        <source>The backup was cut short or changed after it was made</source>
        <translation>La copia de seguridad se ha cortado o modificado después de hacerse</translation>
    </message>
    <message>
        <source>The backup {file} is damaged; choose another. Nothing was changed</source>
        <translation>La copia de seguridad {file} está dañada; elige otra. No se ha cambiado nada</translation>
    </message>
    <message>
        <source>The backup {file} is no longer there</source>
        <translation>La copia de seguridad {file} ya no está</translation>
    </message>
    <message>
        <source>The change log no longer holds this value</source>
        <translation>El registro de cambios ya no guarda este valor</translation>
    </message>
    <message>
        <source>The chapter has no name; type one</source>
        <translation>El grupo no tiene nombre; escribe uno</translation>
    </message>
    <message>
        <source>The chapter is still empty</source>
        <translation>El grupo todavía está vacío</translation>
    </message>
    <message>
        <source>The column is missing; it counts as 0</source>
        <translation>Falta la columna; cuenta como 0</translation>
    </message>
    <message>
        <source>The computer {computer} opened it ({moment}). Two computers that write one file would spoil it: close it there, or open it here to read only.</source>
        <translation>Lo abrió el ordenador {computer} ({moment}). Dos ordenadores que escriben en el mismo archivo lo estropearían: ciérralo allí, o ábrelo aquí solo para leer.</translation>
    </message>
    <message numerus="yes">
        <source>The contact until %n month(s) after the referral; the slip stays as a figure</source>
        <translation>
            <numerusform>El contacto, hasta %n mes después de la referencia; la papeleta queda como cifra</numerusform>
            <numerusform>El contacto, hasta %n meses después de la referencia; la papeleta queda como cifra</numerusform>
        </translation>
    </message>
    <message>
        <source>The credits are missing; type a number from 1 up</source>
        <translation>Faltan los créditos; escribe un número a partir de 1</translation>
    </message>
    <message>
        <source>The damaged file is kept as {file}.</source>
        <translation>El archivo dañado se conserva como {file}.</translation>
    </message>
    <message>
        <source>The data of this person were erased and stay so; nothing was changed</source>
        <translation>Los datos de esta persona se borraron y así se quedan; no se ha cambiado nada</translation>
    </message>
    <message>
        <source>The day “{heading}” is not in the period; the column is not read</source>
        <translation>El día «{heading}» no está en el periodo; la columna no se lee</translation>
    </message>
    <message numerus="yes">
        <source>The disk is full or cannot be written: %n change(s) could not be stored. What you typed is still here. Make room, then try again.</source>
        <translation>
            <numerusform>El disco está lleno o no se puede escribir en él: %n cambio no se ha podido guardar. Lo que has escrito sigue aquí. Haz sitio e inténtalo de nuevo.</numerusform>
            <numerusform>El disco está lleno o no se puede escribir en él: %n cambios no se han podido guardar. Lo que has escrito sigue aquí. Haz sitio e inténtalo de nuevo.</numerusform>
        </translation>
    </message>
    <message>
        <source>The disk is full or cannot be written: nothing was stored. Make room, then try again</source>
        <translation>El disco está lleno o no admite escritura: no se ha guardado nada. Libera espacio y vuelve a intentarlo</translation>
    </message>
    <message numerus="yes">
        <source>The file and %n backup(s) open with the new passphrase only. Keep a note of it.</source>
        <translation>
            <numerusform>El archivo y %n copia de seguridad se abren solo con la contraseña nueva. Guárdala apuntada.</numerusform>
            <numerusform>El archivo y %n copias de seguridad se abren solo con la contraseña nueva. Guárdala apuntada.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file cannot be opened: {reason}</source>
        <translation>No se puede abrir el archivo: {reason}</translation>
    </message>
    <message>
        <source>The file cannot be written in this folder; choose another one.</source>
        <translation>No se puede escribir el archivo en esta carpeta; elige otra.</translation>
    </message>
    <message>
        <source>The file could not be closed; try again.</source>
        <translation>No se ha podido cerrar el archivo; inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The file does not tell of which days it is; say from when to when</source>
        <translation>El archivo no dice de qué días es; indica desde cuándo y hasta cuándo</translation>
    </message>
    <message>
        <source>The file does not tell of which meeting it is; say the day</source>
        <translation>El archivo no dice de qué reunión es; indica el día</translation>
    </message>
    <message>
        <source>The file expands to far more than an export holds; it is refused</source>
        <translation>El archivo ocupa descomprimido mucho más que una exportación; se rechaza</translation>
    </message>
    <message>
        <source>The file has more than {count} rows; divide it and import the parts</source>
        <translation>El archivo tiene más de {count} filas; divídelo e importa las partes</translation>
    </message>
    <message>
        <source>The file has no passphrase any more.</source>
        <translation>El archivo ya no tiene contraseña.</translation>
    </message>
    <message>
        <source>The file has no passphrase. One can be set at any time; it then is encrypted</source>
        <translation>El archivo no tiene contraseña. Se le puede poner en cualquier momento; entonces queda cifrado</translation>
    </message>
    <message>
        <source>The file has no rows</source>
        <translation>El archivo no tiene filas</translation>
    </message>
    <message>
        <source>The file holds a document type or entities, which no export has; it is refused</source>
        <translation>El archivo contiene un tipo de documento o entidades que ninguna exportación tiene; se rechaza</translation>
    </message>
    <message>
        <source>The file holds no marks in its days</source>
        <translation>El archivo no tiene marcas en sus días</translation>
    </message>
    <message>
        <source>The file is XML, but not a spreadsheet</source>
        <translation>El archivo es XML, pero no una hoja de cálculo</translation>
    </message>
    <message>
        <source>The file is as it was on {moment}.</source>
        <translation>El archivo está como el {moment}.</translation>
    </message>
    <message>
        <source>The file is damaged after row {number}; export it again</source>
        <translation>El archivo está dañado a partir de la fila {number}; vuelve a exportarlo</translation>
    </message>
    <message>
        <source>The file is damaged: {detail}</source>
        <translation>El archivo está dañado: {detail}</translation>
    </message>
    <message>
        <source>The file is done; some backups could not be written anew and are as they were before</source>
        <translation>El archivo está listo; algunas copias de seguridad no se han podido volver a escribir y siguen como antes</translation>
    </message>
    <message>
        <source>The file is done; some of its backups are as they were before</source>
        <translation>El archivo está listo; algunas de sus copias de seguridad siguen como antes</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation>El archivo está vacío</translation>
    </message>
    <message>
        <source>The file is encrypted with a passphrase (AES-256), and so are its backups</source>
        <translation>El archivo está cifrado con una contraseña (AES-256), y sus copias de seguridad también</translation>
    </message>
    <message>
        <source>The file is encrypted; without the passphrase nobody can read it, not even we.</source>
        <translation>El archivo está cifrado; sin la contraseña nadie puede leerlo, tampoco nosotros.</translation>
    </message>
    <message>
        <source>The file is in this very state now.</source>
        <translation>El archivo está ahora en este mismo estado.</translation>
    </message>
    <message>
        <source>The file is larger than {size} MB; it can hardly be an export</source>
        <translation>El archivo pasa de {size} MB; difícilmente será una exportación</translation>
    </message>
    <message>
        <source>The file is neither a spreadsheet nor a text table</source>
        <translation>El archivo no es una hoja de cálculo ni una tabla de texto</translation>
    </message>
    <message>
        <source>The file is of the chapter “{other}”; it is being imported into “{chapter}”</source>
        <translation>El archivo es del grupo «{other}» y se está importando en «{chapter}»</translation>
    </message>
    <message>
        <source>The file lies in {folder} now</source>
        <translation>El archivo está ahora en {folder}</translation>
    </message>
    <message>
        <source>The file was changed on the disk, by something other than ChapterDesk, after it was closed on {at} (UTC)</source>
        <translation>Algo distinto de ChapterDesk ha modificado el archivo en el disco después de cerrarse el {at} (UTC)</translation>
    </message>
    <message>
        <source>The file will have the passphrase of the backup, an earlier one.</source>
        <translation>El archivo tendrá la contraseña de la copia, una anterior.</translation>
    </message>
    <message>
        <source>The file's days begin on {first}, after the day on which it was made; check the two dates</source>
        <translation>Los días del archivo empiezan el {first}, después del día en que se creó; revisa las dos fechas</translation>
    </message>
    <message>
        <source>The files that you open will stand here, the latest first.</source>
        <translation>Aquí estarán los archivos que abras, primero el más reciente.</translation>
    </message>
    <message>
        <source>The first day is missing; type it.</source>
        <translation>Falta el primer día; escríbelo.</translation>
    </message>
    <message>
        <source>The folder of the backups cannot be reached: {folder}. Connect the stick or the disk, or choose another folder. Your data are stored</source>
        <translation>No se puede acceder a la carpeta de las copias de seguridad: {folder}. Conecta la memoria USB o el disco, o elige otra carpeta. Tus datos están guardados</translation>
    </message>
    <message>
        <source>The folder of your backups is not there: {folder}. Until it is, backups are kept on this computer.</source>
        <translation>La carpeta de tus copias de seguridad no está: {folder}. Mientras no esté, las copias se guardan en este ordenador.</translation>
    </message>
    <message>
        <source>The folder {folder} is not there; choose another</source>
        <translation>La carpeta {folder} no existe; elige otra</translation>
    </message>
    <message>
        <source>The headings are days without a year, and the file does not tell the period; say from when to when</source>
        <translation>Los encabezados son días sin año y el archivo no dice el periodo; indica desde cuándo y hasta cuándo</translation>
    </message>
    <message>
        <source>The headings of the file are in words that are not known yet; say which column is which</source>
        <translation>Los encabezados del archivo aún no se conocen; di qué es cada columna</translation>
    </message>
    <message>
        <source>The heat goes from 1 to 5</source>
        <translation>El interés va de 1 a 5</translation>
    </message>
    <message>
        <source>The imported total of these days counts instead</source>
        <translation>Cuenta en su lugar el total importado de estos días</translation>
    </message>
    <message>
        <source>The imported totals of {period} are left out, because these dates cut them</source>
        <translation>Quedan fuera los totales importados de {period}, porque estas fechas los cortan</translation>
    </message>
    <message>
        <source>The installer waits for {program} to close, but something is typed and not stored yet. Open it to store it.</source>
        <translation>El instalador espera a que se cierre {program}, pero hay algo escrito que aún no se ha guardado. Ábrelo para guardarlo.</translation>
    </message>
    <message>
        <source>The installer waits for {program} to close, but “{words}” is typed and not stored yet. Store it, then try again there.</source>
        <translation>El instalador espera a que se cierre {program}, pero «{words}» está escrito y aún no se ha guardado. Guárdalo y vuelve a intentarlo en el instalador.</translation>
    </message>
    <message>
        <source>The installer waits for {program} to close. Finish what the open dialog asks, then try again there.</source>
        <translation>El instalador espera a que se cierre {program}. Termina en el cuadro de diálogo que está abierto y vuelve a intentarlo en el instalador.</translation>
    </message>
    <message>
        <source>The last day is before the first; exchange the two dates</source>
        <translation>El último día es anterior al primero; intercambia las dos fechas</translation>
    </message>
    <message>
        <source>The last day is missing; type it.</source>
        <translation>Falta el último día; escríbelo.</translation>
    </message>
    <message>
        <source>The last or the next one</source>
        <translation>La última o la próxima</translation>
    </message>
    <message>
        <source>The lines for support are on the clipboard.</source>
        <translation>Las líneas para la asistencia están en el portapapeles.</translation>
    </message>
    <message>
        <source>The list holds the chapters {names}; none of them is “{chapter}”</source>
        <translation>La lista contiene los grupos {names}; ninguno es «{chapter}»</translation>
    </message>
    <message>
        <source>The list of erased people could not be written to {folder}: {reason}. Nobody was erased</source>
        <translation>La lista de personas suprimidas no se pudo escribir en {folder}: {reason}. No se ha suprimido nada</translation>
    </message>
    <message>
        <source>The list of erased people in {file} is damaged; bring it back from a copy of your computer</source>
        <translation>La lista de personas suprimidas de {file} está dañada; recupérala de una copia de tu ordenador</translation>
    </message>
    <message>
        <source>The meeting of {date} is completed; unlock it first to change it</source>
        <translation>La reunión del {date} está cerrada; reábrela antes de cambiarla</translation>
    </message>
    <message>
        <source>The meeting of {date} is not completed</source>
        <translation>La reunión del {date} está sin cerrar</translation>
    </message>
    <message>
        <source>The meeting of {date} was called off</source>
        <translation>La reunión del {date} está suspendida</translation>
    </message>
    <message>
        <source>The meeting of {date} was called off; plan it again first</source>
        <translation>La reunión del {date} se suspendió; vuelve a programarla antes</translation>
    </message>
    <message>
        <source>The member has another mark in this meeting now; change it in the meeting</source>
        <translation>Ahora hay otra marca en esta reunión; cámbiala en la propia reunión</translation>
    </message>
    <message>
        <source>The membership of {name} ended</source>
        <translation>{name} ha causado baja</translation>
    </message>
    <message>
        <source>The membership would end before it begins; change one of the days</source>
        <translation>La baja sería anterior al alta; cambia una de las dos fechas</translation>
    </message>
    <message>
        <source>The name is missing; type a first or a last name</source>
        <translation>Falta el nombre; escribe el nombre o los apellidos</translation>
    </message>
    <message>
        <source>The name of the file is too long; choose a shorter one</source>
        <translation>El nombre del archivo es demasiado largo; elige uno más corto</translation>
    </message>
    <message>
        <source>The older backups are still there.</source>
        <translation>Las copias de seguridad anteriores siguen ahí.</translation>
    </message>
    <message>
        <source>The one you have</source>
        <translation>La que tienes</translation>
    </message>
    <message>
        <source>The open file</source>
        <translation>El archivo abierto</translation>
    </message>
    <message>
        <source>The other chapter</source>
        <translation>El otro grupo</translation>
    </message>
    <message>
        <source>The passphrase could not be remembered; you will be asked for it.</source>
        <translation>No se ha podido recordar la contraseña; se te pedirá.</translation>
    </message>
    <message>
        <source>The passphrase is empty; type at least a few words</source>
        <translation>La contraseña está vacía; escribe al menos unas palabras</translation>
    </message>
    <message>
        <source>The passphrase is empty; {file} was left as it is</source>
        <translation>La contraseña está vacía; {file} se ha dejado como estaba</translation>
    </message>
    <message>
        <source>The passphrase is empty; {file} was not made</source>
        <translation>La contraseña está vacía; {file} no se ha creado</translation>
    </message>
    <message>
        <source>The passphrase that the file has comes from CHAPTERDESK_PASSPHRASE, the new one from
CHAPTERDESK_NEW_PASSPHRASE; without them both are asked for on a terminal.</source>
        <translation>La contraseña actual se toma de CHAPTERDESK_PASSPHRASE y la nueva, de
CHAPTERDESK_NEW_PASSPHRASE; si faltan, se piden las dos en el terminal.</translation>
    </message>
    <message>
        <source>The path is on the clipboard.</source>
        <translation>La ruta está en el portapapeles.</translation>
    </message>
    <message>
        <source>The period ends ({last}) before it begins ({first}); exchange the two dates</source>
        <translation>El periodo termina ({last}) antes de empezar ({first}); intercambia las dos fechas</translation>
    </message>
    <message>
        <source>The person was erased, but there is no room to write {file} anew without traces. Make room, then close the file and open it: that finishes it</source>
        <translation>La persona se ha borrado, pero no queda espacio para escribir {file} de nuevo sin rastros. Libera espacio; después, cierra el archivo y ábrelo: así se termina</translation>
    </message>
    <message>
        <source>The photo itself is handed over as a picture, beside this document.</source>
        <translation>La foto se entrega aparte, como imagen, junto a este documento.</translation>
    </message>
    <message>
        <source>The present state is kept first, as a backup: nothing is lost, and you can go back.</source>
        <translation>Antes se guarda el estado actual como copia: no se pierde nada y puedes volver atrás.</translation>
    </message>
    <message>
        <source>The printer refused; nothing was printed.</source>
        <translation>La impresora lo ha rechazado; no se ha imprimido nada.</translation>
    </message>
    <message>
        <source>The remembered passphrase does not open this file any more and was forgotten. Type it.</source>
        <translation>La contraseña recordada ya no abre este archivo y se ha olvidado. Escríbela.</translation>
    </message>
    <message>
        <source>The role is missing; choose or type one</source>
        <translation>Falta el cargo; elige o escribe uno</translation>
    </message>
    <message>
        <source>The role would end before it began; choose a later day</source>
        <translation>El cargo terminaría antes de empezar; elige un día posterior</translation>
    </message>
    <message>
        <source>The roll call shows the members of the day. Add them, or import the list you have.</source>
        <translation>Aquí salen los miembros del día. Añádelos o importa la lista que tengas.</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>La misma otra vez</translation>
    </message>
    <message>
        <source>The same one-to-one twice?</source>
        <translation>¿Uno a uno repetido?</translation>
    </message>
    <message>
        <source>The same person stands on both sides; change one of the names</source>
        <translation>Es la misma persona en los dos lados; cambia uno de los nombres</translation>
    </message>
    <message>
        <source>The seat is missing; type its name</source>
        <translation>Falta la especialidad; escribe su nombre</translation>
    </message>
    <message>
        <source>The sheet fills with the first roll call.</source>
        <translation>La hoja se llenará al pasar lista por primera vez.</translation>
    </message>
    <message>
        <source>The sheet of this meeting as a PDF</source>
        <translation>La hoja de esta reunión en PDF</translation>
    </message>
    <message>
        <source>The sheet reaches to row {number}, which no export does</source>
        <translation>La hoja llega hasta la fila {number}, y ninguna exportación lo hace</translation>
    </message>
    <message>
        <source>The slips are of {date}, which is still to come</source>
        <translation>Las papeletas son del {date}, que aún no ha llegado</translation>
    </message>
    <message>
        <source>The slips of {date} ({file})</source>
        <translation>Las papeletas del {date} ({file})</translation>
    </message>
    <message>
        <source>The slips of {date} were imported already ({file}); choose to replace them, to import them again</source>
        <translation>Las papeletas del {date} ya se importaron ({file}); elige sustituirlas para importarlas otra vez</translation>
    </message>
    <message>
        <source>The spreadsheet is damaged; open it in your spreadsheet program and save it again</source>
        <translation>La hoja de cálculo está dañada; ábrela con tu programa de hojas de cálculo y vuelve a guardarla</translation>
    </message>
    <message>
        <source>The state before it is kept as a backup.</source>
        <translation>El estado anterior se conserva como copia.</translation>
    </message>
    <message>
        <source>The status and the last day would contradict each other; end or renew the membership on its card</source>
        <translation>El estado y el último día se contradirían; da la baja o el alta en la ficha</translation>
    </message>
    <message>
        <source>The text cannot be read as a table after row {number}</source>
        <translation>El texto no se puede leer como tabla a partir de la fila {number}</translation>
    </message>
    <message>
        <source>The third person is missing; type a name</source>
        <translation>Falta la tercera persona; escribe un nombre</translation>
    </message>
    <message>
        <source>The third person is one of the other two; change one of the names</source>
        <translation>La tercera persona es una de las otras dos; cambia uno de los nombres</translation>
    </message>
    <message>
        <source>The title's date can be read in two ways; say which day it is</source>
        <translation>La fecha del título se puede leer de dos maneras; di qué día es</translation>
    </message>
    <message>
        <source>The totals from {first} to {last} reach beyond the days of this file, so it cannot replace them</source>
        <translation>Los totales del {first} al {last} abarcan más días que este archivo, así que no puede sustituirlos</translation>
    </message>
    <message>
        <source>The two are not the same; type it again.</source>
        <translation>Las dos no son iguales; vuelve a escribirla.</translation>
    </message>
    <message>
        <source>The two passphrases differ; {file} was left as it is</source>
        <translation>Las dos contraseñas no coinciden; {file} se ha dejado como estaba</translation>
    </message>
    <message>
        <source>The two passphrases differ; {file} was not made</source>
        <translation>Las dos contraseñas no coinciden; {file} no se ha creado</translation>
    </message>
    <message>
        <source>The visit of {name} is removed</source>
        <translation>Se ha quitado la visita de {name}</translation>
    </message>
    <message>
        <source>The whole country</source>
        <translation>Todo el país</translation>
    </message>
    <message>
        <source>The window needs {libraries} of the system; install with: sudo apt install {packages}</source>
        <translation>A la ventana le faltan bibliotecas del sistema ({libraries}); instálalas con: sudo apt install {packages}</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Entonces</translation>
    </message>
    <message>
        <source>There already is a chapter “{name}”; choose another name</source>
        <translation>Ya hay un grupo «{name}»; elige otro nombre</translation>
    </message>
    <message>
        <source>There are headings of a list of members, and no names below them</source>
        <translation>Hay encabezados de una lista de miembros, pero ningún nombre debajo</translation>
    </message>
    <message>
        <source>There are headings of a slips file, and no slips below them</source>
        <translation>Hay encabezados de papeletas, pero ninguna papeleta debajo</translation>
    </message>
    <message>
        <source>There are headings of a summary, and no members below them</source>
        <translation>Hay encabezados de un resumen, pero ningún miembro debajo</translation>
    </message>
    <message>
        <source>There are headings of an attendance file, and no members below them</source>
        <translation>Hay encabezados de asistencia, pero ningún miembro debajo</translation>
    </message>
    <message>
        <source>There are totals from {first} to {last} already, which overlap; choose to replace them</source>
        <translation>Ya hay totales del {first} al {last} que se solapan; elige sustituirlos</translation>
    </message>
    <message>
        <source>There is a classification “{name}” again already</source>
        <translation>Ya vuelve a haber una especialidad «{name}»</translation>
    </message>
    <message>
        <source>There is no backup of this file in the backup folder. If you keep one elsewhere, on a stick say, open it from there.</source>
        <translation>No hay ninguna copia de este archivo en la carpeta de copias de seguridad. Si guardas una en otro sitio, por ejemplo en una memoria USB, ábrela desde allí.</translation>
    </message>
    <message>
        <source>There is no chapter “{name}” in the file; it has: {known}</source>
        <translation>En el archivo no hay ningún grupo «{name}»; tiene: {known}</translation>
    </message>
    <message>
        <source>There is no display to open a window on; the commands listed by chapterdesk --help need none</source>
        <translation>No hay pantalla en la que abrir la ventana; las órdenes de chapterdesk --help no la necesitan</translation>
    </message>
    <message>
        <source>There is no language “{code}”; choose one of: {known}</source>
        <translation>No existe el idioma «{code}»; elige uno de estos: {known}</translation>
    </message>
    <message>
        <source>There is no meeting on {date}; choose the date of a meeting</source>
        <translation>No hay ninguna reunión el {date}; elige la fecha de una reunión</translation>
    </message>
    <message>
        <source>There is no place for the demo</source>
        <translation>No hay sitio para la demostración</translation>
    </message>
    <message>
        <source>There is no room for a backup in {folder}; make room or choose another folder. Your data are stored</source>
        <translation>No hay sitio para una copia de seguridad en {folder}; haz sitio o elige otra carpeta. Tus datos están guardados</translation>
    </message>
    <message>
        <source>There is no room to keep the damaged {file}; make room, then try again. Nothing was changed</source>
        <translation>No hay sitio para conservar {file}, que está dañado; haz sitio e inténtalo de nuevo. No se ha cambiado nada</translation>
    </message>
    <message>
        <source>There is nobody in this list now.</source>
        <translation>Ahora no hay nadie en esta lista.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>No hay nada que rehacer.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>No hay nada que deshacer.</translation>
    </message>
    <message>
        <source>Third person</source>
        <translation>Tercera persona</translation>
    </message>
    <message>
        <source>This backup has no passphrase; the file will have none either.</source>
        <translation>Esta copia no tiene contraseña; el archivo tampoco la tendrá.</translation>
    </message>
    <message>
        <source>This backup is newer than the file; it brings its changes back.</source>
        <translation>Esta copia es más reciente que el archivo; recupera sus cambios.</translation>
    </message>
    <message>
        <source>This cannot be brought back from the change log</source>
        <translation>Esto no se puede recuperar desde el registro de cambios</translation>
    </message>
    <message>
        <source>This cannot be undone. To confirm, type the name: {name}</source>
        <translation>Esto no se puede deshacer. Para confirmarlo, escribe el nombre: {name}</translation>
    </message>
    <message>
        <source>This chapter</source>
        <translation>Este grupo</translation>
    </message>
    <message>
        <source>This chapter is no longer in the file</source>
        <translation>Este grupo ya no está en el archivo</translation>
    </message>
    <message>
        <source>This computer has no protected place to remember a passphrase in.</source>
        <translation>Este ordenador no tiene un lugar protegido en el que recordar una contraseña.</translation>
    </message>
    <message>
        <source>This entry is no longer there; it may have been undone</source>
        <translation>Esta entrada ya no existe; puede que se haya deshecho</translation>
    </message>
    <message>
        <source>This file can only be read: nothing can be changed in it here.</source>
        <translation>Este archivo es de solo lectura: aquí no se puede cambiar nada.</translation>
    </message>
    <message>
        <source>This file can only be read; nothing can be restored into it.</source>
        <translation>Este archivo es de solo lectura; no se puede restaurar nada en él.</translation>
    </message>
    <message>
        <source>This file is damaged in places. Go on with a backup; the damaged file is kept.</source>
        <translation>Este archivo está dañado en algunas partes. Sigue con una copia de seguridad; el archivo dañado se conserva.</translation>
    </message>
    <message>
        <source>This file is no picture that can be used; choose a PNG or a JPEG</source>
        <translation>Este archivo no es una imagen que se pueda usar; elige un PNG o un JPEG</translation>
    </message>
    <message>
        <source>This file lies on a network drive. If the connection breaks, or two computers write at once, it can be spoilt. Keep the file itself on this computer; backups may stay there.</source>
        <translation>Este archivo está en una unidad de red. Si se corta la conexión o dos ordenadores escriben a la vez, puede estropearse. Guarda el archivo en este ordenador; las copias de seguridad sí pueden estar ahí.</translation>
    </message>
    <message>
        <source>This file lies on {service}, across the network. If the connection breaks, or two computers write at once, it can be spoilt. Keep the file itself on this computer; backups may stay there.</source>
        <translation>Este archivo está en {service}, a través de la red. Si se corta la conexión o dos ordenadores escriben a la vez, puede estropearse. Guarda el archivo en este ordenador; las copias de seguridad sí pueden estar ahí.</translation>
    </message>
    <message>
        <source>This file was imported already ({file}); choose to replace what it made, to import it again</source>
        <translation>Este archivo ya se importó ({file}); elige sustituir lo que creó para importarlo otra vez</translation>
    </message>
    <message>
        <source>This folder is not there now. Connect the stick or the disk; until then backups are kept on this computer: {folder}</source>
        <translation>Esta carpeta no está ahora. Conecta la memoria USB o el disco; mientras tanto las copias se guardan en este ordenador: {folder}</translation>
    </message>
    <message>
        <source>This half-year</source>
        <translation>Este semestre</translation>
    </message>
    <message>
        <source>This is a list of visitors, not of members</source>
        <translation>Esta es una lista de invitados, no de miembros</translation>
    </message>
    <message>
        <source>This is among the first that are tried; take four words that have nothing to do with each other.</source>
        <translation>Es de las primeras que se prueban; usa cuatro palabras que no tengan nada que ver entre sí.</translation>
    </message>
    <message>
        <source>This is everything that {chapter} keeps about {name} in ChapterDesk on {date}. It is kept on the computer of who runs the group, in one file, and is passed on to nobody by the program.</source>
        <translation>Esto es todo lo que {chapter} guarda de {name} en ChapterDesk a {date}. Está en el ordenador de quien lleva el grupo, en un archivo, y el programa no se lo pasa a nadie.</translation>
    </message>
    <message>
        <source>This is in the file already; nothing was changed</source>
        <translation>Esto ya está en el archivo; no se ha cambiado nada</translation>
    </message>
    <message>
        <source>This is no backup of ChapterDesk</source>
        <translation>Esto no es una copia de seguridad de ChapterDesk</translation>
    </message>
    <message>
        <source>This is no day; type it like {day}.</source>
        <translation>Esto no es una fecha; escríbela así: {day}.</translation>
    </message>
    <message>
        <source>This is not the name: type {name}</source>
        <translation>Ese no es el nombre: escribe {name}</translation>
    </message>
    <message>
        <source>This is the backup of {moment}, to look at. If it is the right one, put it in the place of {file}; what stands there now is kept beside it.</source>
        <translation>Esta es la copia de seguridad del {moment}, para verla. Si es la buena, ponla en el lugar de {file}; lo que hay allí ahora se conserva a su lado.</translation>
    </message>
    <message>
        <source>This is the copy now: {file}</source>
        <translation>Ahora tienes abierta la copia: {file}</translation>
    </message>
    <message>
        <source>This is the demo: it begins anew each time it is opened. Save a copy to keep what you enter.</source>
        <translation>Esta es la demostración: empieza de nuevo cada vez que se abre. Guarda una copia para conservar lo que anotes.</translation>
    </message>
    <message>
        <source>This meeting did not take place</source>
        <translation>Esta reunión no se celebró</translation>
    </message>
    <message>
        <source>This meeting is completed: slips typed now go to the next one.</source>
        <translation>Esta reunión está cerrada: lo que anotes ahora va a la siguiente.</translation>
    </message>
    <message>
        <source>This meeting is no longer there; it may have been undone</source>
        <translation>Esta reunión ya no existe; puede que se haya deshecho</translation>
    </message>
    <message>
        <source>This meeting is still to come</source>
        <translation>Esta reunión aún no se ha celebrado</translation>
    </message>
    <message>
        <source>This membership is no longer there; it may have been undone</source>
        <translation>Esta alta ya no existe; puede que se haya deshecho</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Este mes</translation>
    </message>
    <message>
        <source>This month so far</source>
        <translation>Lo que va de mes</translation>
    </message>
    <message>
        <source>This no longer fits what is in the file now; nothing was changed. Change it by hand where it stands</source>
        <translation>Esto ya no encaja con lo que hay ahora en el archivo; no se ha cambiado nada. Cámbialo a mano en su sitio</translation>
    </message>
    <message>
        <source>This person is no longer in the file; the entry may have been undone</source>
        <translation>Esta persona ya no está en el archivo; puede que se haya deshecho su entrada</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>Este programa</translation>
    </message>
    <message>
        <source>This report can be written as {known}, not as “{ending}”; change the ending of the file</source>
        <translation>Este informe se puede guardar como {known}, no como «{ending}»; cambia la extensión del archivo</translation>
    </message>
    <message>
        <source>This report cannot be made yet</source>
        <translation>Este informe todavía no se puede hacer</translation>
    </message>
    <message>
        <source>This slip is no longer there; it may have been undone</source>
        <translation>Esta papeleta ya no existe; puede que se haya deshecho</translation>
    </message>
    <message>
        <source>This visit is no longer there; it may have been undone</source>
        <translation>Esta visita ya no existe; puede que se haya deshecho</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Este año</translation>
    </message>
    <message>
        <source>Those without a mark first</source>
        <translation>Primero los que no tienen marca</translation>
    </message>
    <message>
        <source>Ticked ones lose the name. Those with the whole name, a telephone or an e-mail are certain; where only a part of the name stands, somebody else can be meant: have a look.</source>
        <translation>Los marcados pierden el nombre. Con el nombre entero, un teléfono o un correo es seguro; donde solo hay una parte del nombre puede tratarse de otra persona: échales un vistazo.</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Interna o externa</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>To</source>
        <comment>a day</comment>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>To apply the attendance rules of the group, and for its statistics</source>
        <translation>Aplicar las normas de asistencia del grupo y hacer sus estadísticas</translation>
    </message>
    <message>
        <source>To follow up</source>
        <translation>Por contactar</translation>
    </message>
    <message>
        <source>To pass recommendations on, and for the statistics of the group</source>
        <translation>Pasar recomendaciones y hacer las estadísticas del grupo</translation>
    </message>
    <message>
        <source>To publish or use only what somebody has agreed to, and to be able to prove it</source>
        <translation>Publicar o usar solo aquello en lo que alguien ha consentido, y poder demostrarlo</translation>
    </message>
    <message>
        <source>To receive guests, and to ask them afterwards whether they want to join</source>
        <translation>Recibir a los invitados y preguntarles después si quieren unirse</translation>
    </message>
    <message>
        <source>To repair mistakes, and to know where data come from</source>
        <translation>Corregir errores y saber de dónde vienen los datos</translation>
    </message>
    <message>
        <source>To run the group: list of members, roles, renewals, contact between members</source>
        <translation>Llevar el grupo: lista de miembros, cargos, renovaciones, contacto entre miembros</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Told them you would call</source>
        <translation>Le dijo que llamarías</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Mañana</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Temas</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Total is smaller than the rows above it by {count}</source>
        <translation>El Total es {count} menor que la suma de las filas anteriores</translation>
    </message>
    <message>
        <source>Totals from {first} to {last}</source>
        <translation>Totales del {first} al {last}</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>Traslado a otro grupo</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentarlo de nuevo</translation>
    </message>
    <message>
        <source>Two members met to get to know each other better. One slip for both.</source>
        <translation>Dos miembros se han reunido para conocerse mejor. Una papeleta para los dos.</translation>
    </message>
    <message>
        <source>Type a passphrase.</source>
        <translation>Escribe una contraseña.</translation>
    </message>
    <message>
        <source>Type both dates</source>
        <translation>Escribe las dos fechas</translation>
    </message>
    <message>
        <source>Type letters to find a name</source>
        <translation>Escribe para buscar un nombre</translation>
    </message>
    <message>
        <source>Type the day like 5/3/2026</source>
        <translation>Escribe el día así: 5/3/2026</translation>
    </message>
    <message>
        <source>Type the day on which it was handed in</source>
        <translation>Escribe el día en que se entregó</translation>
    </message>
    <message>
        <source>Type the day, for example {day}.</source>
        <translation>Escribe el día; por ejemplo, {day}.</translation>
    </message>
    <message>
        <source>Type the name of the chapter or group.</source>
        <translation>Escribe el nombre del grupo.</translation>
    </message>
    <message>
        <source>Type the passphrase that the file has now.</source>
        <translation>Escribe la contraseña que tiene ahora el archivo.</translation>
    </message>
    <message>
        <source>US dollar</source>
        <translation>Dólar estadounidense</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation>Deshacer: {what}</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Deshecho: {what}</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>Reino Unido</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>Estados Unidos</translation>
    </message>
    <message>
        <source>Unknown file</source>
        <translation>Archivo desconocido</translation>
    </message>
    <message>
        <source>Unknown people of summaries, attendance and lists become members</source>
        <translation>Las personas desconocidas de resúmenes, asistencias y listas pasan a ser miembros</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Reabrir</translation>
    </message>
    <message>
        <source>Unlock the meeting of {date}</source>
        <translation>Reabrir la reunión del {date}</translation>
    </message>
    <message>
        <source>Unlock the meeting of {date}: {reason}</source>
        <translation>Reabrir la reunión del {date}: {reason}</translation>
    </message>
    <message numerus="yes">
        <source>Until %n month(s) after the last visit</source>
        <translation>
            <numerusform>Hasta %n mes después de la última visita</numerusform>
            <numerusform>Hasta %n meses después de la última visita</numerusform>
        </translation>
    </message>
    <message>
        <source>Until the consent is withdrawn or the person erased</source>
        <translation>Hasta que se retire el consentimiento o se supriman los datos</translation>
    </message>
    <message>
        <source>Uruguay</source>
        <translation>Uruguay</translation>
    </message>
    <message>
        <source>Use these meanings</source>
        <translation>Usar estos significados</translation>
    </message>
    <message>
        <source>Vacant</source>
        <translation>Libre</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Comprobada</translation>
    </message>
    <message>
        <source>Verify a desk file: its pages, its references, its figures.</source>
        <translation>Comprueba un archivo: sus páginas, sus referencias y sus cifras.</translation>
    </message>
    <message>
        <source>Verify all</source>
        <translation>Comprobar todas</translation>
    </message>
    <message>
        <source>Verify all backups</source>
        <translation>Comprobar todas las copias</translation>
    </message>
    <message>
        <source>Verify this backup</source>
        <translation>Comprobar esta copia</translation>
    </message>
    <message>
        <source>Verifying the backups</source>
        <translation>Comprobando las copias</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Versión {version}</translation>
    </message>
    <message>
        <source>Versions only: nothing about people or files.</source>
        <translation>Solo versiones: nada sobre personas ni archivos.</translation>
    </message>
    <message>
        <source>Very large</source>
        <translation>Muy grande</translation>
    </message>
    <message>
        <source>Vice-president</source>
        <translation>Vicepresidencia</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visita</translation>
    </message>
    <message>
        <source>Visit number {count}</source>
        <translation>Visita número {count}</translation>
    </message>
    <message>
        <source>Visit number {count} of {name}: time to ask about joining</source>
        <translation>Visita número {count} de {name}: es momento de preguntar si quiere entrar</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>Invitado</translation>
    </message>
    <message>
        <source>Visitor host</source>
        <translation>Anfitrión de invitados</translation>
    </message>
    <message>
        <source>Visitors</source>
        <translation>Invitados</translation>
    </message>
    <message>
        <source>Visitors are kept, in months</source>
        <translation>Meses que se guardan los invitados</translation>
    </message>
    <message>
        <source>Visitors brought</source>
        <translation>Invitados que trajo</translation>
    </message>
    <message>
        <source>Visitors of this meeting</source>
        <translation>Invitados de esta reunión</translation>
    </message>
    <message>
        <source>Visitors to call</source>
        <translation>Invitados a los que llamar</translation>
    </message>
    <message>
        <source>Visitors without a next step</source>
        <translation>Invitados sin próximo paso</translation>
    </message>
    <message>
        <source>Visitors, after the last visit</source>
        <translation>Invitados, desde la última visita</translation>
    </message>
    <message>
        <source>Visitors: {here} of {all} are here</source>
        <translation>Invitados: han llegado {here} de {all}</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Visitas</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>Se busca</translation>
    </message>
    <message>
        <source>Wanted seat</source>
        <translation>Especialidad que se busca</translation>
    </message>
    <message>
        <source>Was introduced to {receiver} by {giver}</source>
        <translation>{giver} le presentó a {receiver}</translation>
    </message>
    <message>
        <source>Was introduced to {third} by {giver}</source>
        <translation>{giver} le presentó a {third}</translation>
    </message>
    <message>
        <source>Was thanked for closed business</source>
        <translation>Le agradecieron un negocio cerrado</translation>
    </message>
    <message>
        <source>We look for somebody for this seat</source>
        <translation>Buscamos a alguien para esta especialidad</translation>
    </message>
    <message>
        <source>We talked about</source>
        <translation>Hablamos de</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>Débil</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>What</source>
        <comment>was learned</comment>
        <translation>Qué</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>Qué se puede hacer</translation>
    </message>
    <message>
        <source>What goes, for good: name, company, telephones, e-mails, addresses, notes and photo; consents: {consents}; names in imported files: {aliases}; lines of the log that are emptied: {changes}.</source>
        <translation>Se va para siempre: nombre, empresa, teléfonos, correos, direcciones, notas y foto; consentimientos: {consents}; nombres en archivos importados: {aliases}; anotaciones del registro de cambios que se vacían: {changes}.</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué pasó</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Qué pasa</translation>
    </message>
    <message>
        <source>What helps to know this person</source>
        <translation>Lo que ayuda a conocer a esta persona</translation>
    </message>
    <message>
        <source>What is agreed to is missing; type it</source>
        <translation>Falta a qué da su consentimiento; escríbelo</translation>
    </message>
    <message>
        <source>What is handed in appears here, the newest first.</source>
        <translation>Aquí aparece lo que se entrega, lo último arriba.</translation>
    </message>
    <message>
        <source>What is held about {name}</source>
        <translation>Lo que se guarda de {name}</translation>
    </message>
    <message>
        <source>What is kept about members and visitors can be shown here to whoever asks, handed over and erased; old data are proposed for removal.</source>
        <translation>Aquí se puede mostrar lo que se guarda de miembros e invitados a quien lo pida, entregárselo y suprimirlo; lo antiguo se propone para quitarlo.</translation>
    </message>
    <message>
        <source>What is not kept</source>
        <translation>Lo que no se guarda</translation>
    </message>
    <message>
        <source>What is used, under which licence</source>
        <translation>Qué se usa y con qué licencia</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>De qué trata</translation>
    </message>
    <message>
        <source>What personal data is kept, what for, for how long and how protected</source>
        <translation>Qué datos personales se guardan, para qué, cuánto tiempo y cómo se protegen</translation>
    </message>
    <message>
        <source>What restoring this backup would change</source>
        <translation>Lo que cambiaría al restaurar esta copia</translation>
    </message>
    <message>
        <source>What stays: attendance, visits, slips, memberships and roles as figures, with a number instead of the name, so that all totals are the same as before.</source>
        <translation>Se queda: asistencia, visitas, papeletas, pertenencia y cargos, como cifras y con un número en lugar del nombre, para que todos los totales sean los mismos que antes.</translation>
    </message>
    <message>
        <source>What stood here was erased.</source>
        <translation>Lo que había aquí se borró.</translation>
    </message>
    <message>
        <source>What this belongs to is no longer in the file; nothing was changed</source>
        <translation>Aquello a lo que pertenece ya no está en el archivo; no se ha cambiado nada</translation>
    </message>
    <message>
        <source>What was agreed to, since when, until when, a note; the photo ({count} here)</source>
        <translation>En qué se consintió, desde cuándo, hasta cuándo, una nota; la foto (aquí, {count})</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>Qué se cambió</translation>
    </message>
    <message>
        <source>What was changed after {moment} will no longer be in the file.</source>
        <translation>Lo que se cambió después del {moment} ya no estará en el archivo.</translation>
    </message>
    <message>
        <source>What was changed, when, before and after; the names of imported files, not the files ({count} here)</source>
        <translation>Qué se cambió, cuándo, antes y después; los nombres de los archivos importados, no los archivos (aquí, {count})</translation>
    </message>
    <message>
        <source>What was counted</source>
        <translation>Qué se ha contado</translation>
    </message>
    <message>
        <source>What was said, what was promised</source>
        <translation>Qué se habló, qué se prometió</translation>
    </message>
    <message>
        <source>What was written to {folder} is not what was read; choose another. The file is where it was</source>
        <translation>Lo escrito en {folder} no coincide con lo leído; elige otra carpeta. El archivo sigue donde estaba</translation>
    </message>
    <message>
        <source>What went well</source>
        <translation>Qué salió bien</translation>
    </message>
    <message>
        <source>What you learned for your business or the chapter: one credit an hour.</source>
        <translation>Lo que has aprendido para tu negocio o para el grupo: un crédito por hora.</translation>
    </message>
    <message>
        <source>What {chapter} keeps about people</source>
        <translation>Lo que {chapter} guarda de las personas</translation>
    </message>
    <message>
        <source>Whatever is added, changed or removed from now on stands here, and any earlier value can come back.</source>
        <translation>Aquí quedará todo lo que se añada, se cambie o se quite desde ahora, y cualquier valor anterior se podrá recuperar.</translation>
    </message>
    <message>
        <source>What’s new</source>
        <translation>Novedades</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>When (UTC)</source>
        <translation>Cuándo (UTC)</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Where backups are kept</source>
        <translation>Dónde se guardan las copias</translation>
    </message>
    <message>
        <source>Where to put the files</source>
        <translation>Dónde dejar los archivos</translation>
    </message>
    <message>
        <source>Where your data are</source>
        <translation>Dónde están tus datos</translation>
    </message>
    <message>
        <source>Which chapter? Then Enter</source>
        <translation>¿De qué grupo? Después, Intro</translation>
    </message>
    <message>
        <source>Who and when</source>
        <translation>Quién y cuándo</translation>
    </message>
    <message>
        <source>Who are they?</source>
        <translation>¿Quiénes son?</translation>
    </message>
    <message>
        <source>Who belongs to the chapter</source>
        <translation>Quiénes forman el grupo</translation>
    </message>
    <message>
        <source>Who else receives the data</source>
        <translation>Quién más recibe los datos</translation>
    </message>
    <message>
        <source>Who gives it is missing; type a name</source>
        <translation>Falta quién la da; escribe un nombre</translation>
    </message>
    <message>
        <source>Who gives, who receives, day, kind, amount of business; the name and one contact of who is recommended ({count} slips hold one), and how it went on</source>
        <translation>Quién da, quién recibe, día, tipo, importe del negocio; nombre y un contacto de quien es recomendado (papeletas que lo tienen: {count}), y cómo siguió</translation>
    </message>
    <message>
        <source>Who invited {name} is missing</source>
        <translation>Falta quién invitó a {name}</translation>
    </message>
    <message>
        <source>Who invited?</source>
        <translation>¿Quién lo invitó?</translation>
    </message>
    <message>
        <source>Who is responsible</source>
        <translation>Quién es responsable</translation>
    </message>
    <message>
        <source>Who is responsible, what is kept, what for, for how long and how it is protected: the record that data protection asks for, filled in from this file.</source>
        <translation>Quién es responsable, qué se guarda, para qué, cuánto tiempo y cómo se protege: el registro que pide la protección de datos, rellenado con este archivo.</translation>
    </message>
    <message>
        <source>Who receives it is missing; type a name</source>
        <translation>Falta quién la recibe; escribe un nombre</translation>
    </message>
    <message>
        <source>Who stood in</source>
        <translation>Quién vino en su lugar</translation>
    </message>
    <message>
        <source>Who stood in? A name, or Enter</source>
        <translation>¿Quién vino? Nombre o Intro</translation>
    </message>
    <message>
        <source>Who stood in? Press Enter</source>
        <translation>¿Quién vino en su lugar? Pulsa Intro</translation>
    </message>
    <message>
        <source>Who was there and when, with a chart by week</source>
        <translation>Quién asistió y cuándo, con un gráfico por semanas</translation>
    </message>
    <message>
        <source>Whoever asks may see everything that is kept, take it along, and have it erased.</source>
        <translation>Quien lo pida puede ver todo lo que se guarda, llevárselo y hacer que se suprima.</translation>
    </message>
    <message>
        <source>Whoever gave them</source>
        <translation>Quienes los dieron</translation>
    </message>
    <message>
        <source>Whoever gets hold of the file can read it. Only a protected file can be locked.</source>
        <translation>Quien consiga el archivo puede leerlo. Solo se puede bloquear un archivo protegido.</translation>
    </message>
    <message>
        <source>Whoever gets hold of the file, or of a backup of it, can then read everything in it.</source>
        <translation>Quien consiga el archivo, o una copia de seguridad suya, podrá leer todo lo que contiene.</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>Completa</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>De quién</translation>
    </message>
    <message numerus="yes">
        <source>Whose are they? %n file(s) will be imported next.</source>
        <translation>
            <numerusform>¿De qué grupo es? Después se importará %n archivo.</numerusform>
            <numerusform>¿De qué grupo son? Después se importarán %n archivos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Whose business</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Why it ended</source>
        <translation>Motivo de la baja</translation>
    </message>
    <message>
        <source>Why, in a few words; the log keeps it</source>
        <translation>Por qué, en pocas palabras; queda en el registro</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Con</translation>
    </message>
    <message>
        <source>With a role</source>
        <translation>Con cargo</translation>
    </message>
    <message>
        <source>With a weekday in the settings the meetings of eight weeks plan themselves.</source>
        <translation>Con un día de la semana en Ajustes, las reuniones de ocho semanas se programan solas.</translation>
    </message>
    <message>
        <source>Withdraw a consent of {name}</source>
        <translation>Retirar un consentimiento de {name}</translation>
    </message>
    <message>
        <source>Withdrawn on</source>
        <translation>Retirado el</translation>
    </message>
    <message>
        <source>Without its seal</source>
        <translation>Sin su sello</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>Ganado</translation>
    </message>
    <message>
        <source>Write a report; chapterdesk report NAME --help lists its options.</source>
        <translation>Guarda un informe; chapterdesk report NAME --help muestra sus opciones.</translation>
    </message>
    <message>
        <source>Write data of a chapter as XLSX or CSV.</source>
        <translation>Guarda datos de un grupo en XLSX o CSV.</translation>
    </message>
    <message>
        <source>Write down who is expected: on the day one tick says that they came, and here stands what comes next.</source>
        <translation>Anota a quién se espera: ese día basta una marca para decir que vino, y aquí verás qué toca después.</translation>
    </message>
    <message>
        <source>Writing the backups anew</source>
        <translation>Volviendo a escribir las copias de seguridad</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>Escribiendo el archivo</translation>
    </message>
    <message>
        <source>Writing the file anew</source>
        <translation>Volviendo a escribir el archivo</translation>
    </message>
    <message>
        <source>Writing the file anew with its passphrase</source>
        <translation>Volviendo a escribir el archivo con su contraseña</translation>
    </message>
    <message>
        <source>Writing the files</source>
        <translation>Escribiendo los archivos</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>Guardado: {file}</translation>
    </message>
    <message>
        <source>Wrong passphrase, or {file} is damaged; it was left as it is</source>
        <translation>La contraseña no es correcta o {file} está dañado; se ha dejado como estaba</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>You brought together two people who can help each other.</source>
        <translation>Has puesto en contacto a dos personas que pueden ayudarse.</translation>
    </message>
    <message>
        <source>Young entrepreneurs</source>
        <translation>Jóvenes empresarios</translation>
    </message>
    <message>
        <source>Your files</source>
        <translation>Tus archivos</translation>
    </message>
    <message>
        <source>add --add-members to make them members</source>
        <translation>añade --add-members para darlos de alta</translation>
    </message>
    <message>
        <source>add group</source>
        <translation>añadir capítulo crear</translation>
    </message>
    <message>
        <source>also digests of the file, and all its backups</source>
        <translation>también la huella del archivo y todas sus copias de seguridad</translation>
    </message>
    <message>
        <source>always</source>
        <translation>desde siempre</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>importe</translation>
    </message>
    <message numerus="yes">
        <source>and %n more remark(s)</source>
        <translation>
            <numerusform>y %n aviso más</numerusform>
            <numerusform>y %n avisos más</numerusform>
        </translation>
    </message>
    <message>
        <source>argument {name}: {problem}</source>
        <translation>argumento {name}: {problem}</translation>
    </message>
    <message>
        <source>arguments</source>
        <translation>argumentos</translation>
    </message>
    <message>
        <source>as it is now</source>
        <translation>es lo que hay ahora</translation>
    </message>
    <message>
        <source>attendance</source>
        <translation>asistencia</translation>
    </message>
    <message>
        <source>backup of {at}: {state}</source>
        <translation>copia del {at}: {state}</translation>
    </message>
    <message>
        <source>becomes a member</source>
        <translation>pasa a ser miembro</translation>
    </message>
    <message>
        <source>before: {figure}</source>
        <translation>antes: {figure}</translation>
    </message>
    <message>
        <source>before: {value}</source>
        <translation>antes: {value}</translation>
    </message>
    <message>
        <source>certain</source>
        <translation>seguro</translation>
    </message>
    <message>
        <source>changes version update</source>
        <translation>cambios versión actualización qué hay de nuevo</translation>
    </message>
    <message>
        <source>closed_business</source>
        <translation>negocio cerrado</translation>
    </message>
    <message>
        <source>commands, each with a --help of its own:
  new FILE         make a desk file with one chapter
  import PATH...   read files of members, attendance, slips or a summary into a chapter
  export WHAT      write members, slips or attendance as XLSX or CSV
  report NAME      write a report as PDF, XLSX or CSV
  reports          list the reports
  demo FILE        make a copy of the demonstration file
  check FILE       verify a desk file, with --deep its backups as well
  passphrase FILE  protect a desk file, change its passphrase or remove it

exit codes: 0 done, 2 you can act (one line says how), 1 a fault of the program
The passphrase of an encrypted file comes from CHAPTERDESK_PASSPHRASE, or is asked for on a terminal.</source>
        <translation>órdenes, cada una con su propia ayuda (--help):
  new FILE         crea un archivo con un grupo
  import PATH...   importa en un grupo archivos de miembros, asistencia, papeletas o un resumen
  export WHAT      guarda miembros (members), papeletas (slips) o asistencia (attendance) en XLSX o CSV
  report NAME      guarda un informe en PDF, XLSX o CSV
  reports          muestra los informes que hay
  demo FILE        crea una copia del archivo de demostración
  check FILE       comprueba un archivo y, con --deep, también sus copias de seguridad
  passphrase FILE  protege un archivo con una contraseña, la cambia o la quita

códigos de salida: 0 hecho, 2 puedes resolverlo (una línea dice cómo), 1 fallo del programa
La contraseña de un archivo cifrado se toma de CHAPTERDESK_PASSPHRASE o se pide en el terminal.</translation>
    </message>
    <message numerus="yes">
        <source>counted from %n line(s)</source>
        <translation>
            <numerusform>contado a partir de %n línea</numerusform>
            <numerusform>contado a partir de %n líneas</numerusform>
        </translation>
    </message>
    <message>
        <source>credits</source>
        <translation>créditos</translation>
    </message>
    <message numerus="yes">
        <source>credits, %n slip(s)</source>
        <translation>
            <numerusform>créditos, %n papeleta</numerusform>
            <numerusform>créditos, %n papeletas</numerusform>
        </translation>
    </message>
    <message>
        <source>date</source>
        <translation>fecha</translation>
    </message>
    <message>
        <source>day of the meeting (ISO)</source>
        <translation>día de la reunión (ISO)</translation>
    </message>
    <message>
        <source>day of the meeting (ISO), where a file does not say it</source>
        <translation>día de la reunión (ISO), si un archivo no lo indica</translation>
    </message>
    <message>
        <source>day on which it meets: monday to sunday</source>
        <translation>día en que se reúne: de monday a sunday</translation>
    </message>
    <message>
        <source>days of the file</source>
        <translation>días del archivo</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>dd/mm/aaaa</translation>
    </message>
    <message>
        <source>desk file</source>
        <translation>archivo de ChapterDesk</translation>
    </message>
    <message>
        <source>desk file to open in the window</source>
        <translation>archivo que se abre en la ventana</translation>
    </message>
    <message>
        <source>desk file; no window may have it open</source>
        <translation>archivo de ChapterDesk; no puede estar abierto en ninguna ventana</translation>
    </message>
    <message>
        <source>did not come</source>
        <translation>no vino</translation>
    </message>
    <message>
        <source>education</source>
        <translation>formación</translation>
    </message>
    <message>
        <source>emptied: {about}</source>
        <translation>se vacía: {about}</translation>
    </message>
    <message>
        <source>encrypt the file with a passphrase</source>
        <translation>cifra el archivo con una contraseña</translation>
    </message>
    <message>
        <source>ends on…</source>
        <translation>termina el…</translation>
    </message>
    <message>
        <source>entry</source>
        <translation>anotación</translation>
    </message>
    <message>
        <source>erased: last seen then, did not join</source>
        <translation>se suprime: no ha vuelto y no se unió</translation>
    </message>
    <message>
        <source>erased: left then, not seen since</source>
        <translation>se suprime: causó baja y no ha vuelto</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>se espera</translation>
    </message>
    <message>
        <source>expected at least one argument</source>
        <translation>falta al menos un valor</translation>
    </message>
    <message>
        <source>expected one argument</source>
        <translation>falta su valor</translation>
    </message>
    <message>
        <source>field</source>
        <translation>campo</translation>
    </message>
    <message>
        <source>file to write: {endings}</source>
        <translation>archivo que se guarda: {endings}</translation>
    </message>
    <message>
        <source>files, in any order</source>
        <translation>archivos, en cualquier orden</translation>
    </message>
    <message>
        <source>first day (ISO) of the period, where a file does not say it</source>
        <translation>primer día (ISO) del periodo, si un archivo no lo indica</translation>
    </message>
    <message>
        <source>first day of the data (ISO); default: all days</source>
        <translation>primer día de los datos (ISO); si no se indica, todos los días</translation>
    </message>
    <message>
        <source>first day of the report (ISO)</source>
        <translation>primer día del informe (ISO)</translation>
    </message>
    <message>
        <source>folder of the backups</source>
        <translation>carpeta de las copias de seguridad</translation>
    </message>
    <message>
        <source>for example: Alameda</source>
        <translation>por ejemplo: Alameda</translation>
    </message>
    <message>
        <source>for {day}</source>
        <translation>para el {day}</translation>
    </message>
    <message>
        <source>full name of the person, or e-mail; never a part of it</source>
        <translation>nombre completo de la persona o su correo; nunca una parte</translation>
    </message>
    <message>
        <source>given your card</source>
        <translation>dado tu tarjeta</translation>
    </message>
    <message>
        <source>giver</source>
        <translation>de</translation>
    </message>
    <message>
        <source>help keys</source>
        <translation>ayuda teclas</translation>
    </message>
    <message>
        <source>ignored explicit argument {word}</source>
        <translation>no admite ningún valor: {word}</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>interna</translation>
    </message>
    <message>
        <source>introduced to</source>
        <translation>le presenta a</translation>
    </message>
    <message>
        <source>introduced to {name}</source>
        <translation>le presenta a {name}</translation>
    </message>
    <message>
        <source>introduction</source>
        <translation>presentación</translation>
    </message>
    <message>
        <source>invalid choice: {word} (choose from {choices})</source>
        <translation>valor no válido: {word} (elige entre {choices})</translation>
    </message>
    <message>
        <source>invalid int value: {word}</source>
        <translation>no es un número entero: {word}</translation>
    </message>
    <message>
        <source>invited by nobody yet</source>
        <translation>falta quién invita</translation>
    </message>
    <message>
        <source>invited by {name}</source>
        <translation>invita {name}</translation>
    </message>
    <message>
        <source>is of another chapter</source>
        <translation>es de otro grupo</translation>
    </message>
    <message>
        <source>is somebody else…</source>
        <translation>es otra persona…</translation>
    </message>
    <message>
        <source>is {name}</source>
        <translation>es {name}</translation>
    </message>
    <message>
        <source>its bytes have nothing to be compared with yet, which is no fault; ChapterDesk notes them when it closes the file</source>
        <translation>sus bytes todavía no tienen con qué compararse, lo que no es ningún fallo; ChapterDesk los anota cuando cierra el archivo</translation>
    </message>
    <message>
        <source>kept, but it belongs to somebody else</source>
        <translation>se guarda, pero pertenece a otra persona</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>tipo</translation>
    </message>
    <message>
        <source>language of the chapter's reports; default en</source>
        <translation>idioma de los informes del grupo; si no se indica, en</translation>
    </message>
    <message>
        <source>language of the findings; default en</source>
        <translation>idioma de los resultados; si no se indica, en</translation>
    </message>
    <message>
        <source>language of the headings; default: the chapter's</source>
        <translation>idioma de los encabezados; si no se indica, el del grupo</translation>
    </message>
    <message>
        <source>language of the list; default en</source>
        <translation>idioma de la lista; si no se indica, en</translation>
    </message>
    <message>
        <source>language of the message; default en</source>
        <translation>idioma del mensaje; si no se indica, en</translation>
    </message>
    <message>
        <source>language of the messages; default en</source>
        <translation>idioma de los mensajes; si no se indica, en</translation>
    </message>
    <message>
        <source>language of the report; default: the chapter's</source>
        <translation>idioma del informe; si no se indica, el del grupo</translation>
    </message>
    <message>
        <source>language of the window; default: the one of its settings</source>
        <translation>idioma de la ventana; si no se indica, el de sus preferencias</translation>
    </message>
    <message>
        <source>last day (ISO)</source>
        <translation>último día (ISO)</translation>
    </message>
    <message>
        <source>leave as it is</source>
        <translation>dejar como está</translation>
    </message>
    <message>
        <source>leave older backups as they are</source>
        <translation>deja como están las copias de seguridad anteriores</translation>
    </message>
    <message>
        <source>made {made}</source>
        <translation>creado: {made}</translation>
    </message>
    <message>
        <source>make members of unknown names (never from slips)</source>
        <translation>da de alta los nombres desconocidos (nunca los de las papeletas)</translation>
    </message>
    <message>
        <source>name of the chapter</source>
        <translation>nombre del grupo</translation>
    </message>
    <message>
        <source>name of the chapter in it</source>
        <translation>nombre del grupo en ese archivo</translation>
    </message>
    <message>
        <source>new members</source>
        <translation>miembros nuevos</translation>
    </message>
    <message>
        <source>new passphrase</source>
        <translation>nueva contraseña</translation>
    </message>
    <message>
        <source>new referral</source>
        <translation>referencia nueva</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>no backups of it yet in {folder}; ChapterDesk makes one there when it closes a file that was changed</source>
        <translation>todavía no hay copias de seguridad suyas en {folder}; ChapterDesk hace una allí cuando cierra un archivo que ha cambiado</translation>
    </message>
    <message>
        <source>no longer in the file</source>
        <translation>ya no está en el archivo</translation>
    </message>
    <message>
        <source>no meeting</source>
        <translation>sin reunión</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>sin identificar</translation>
    </message>
    <message>
        <source>not matched: {name}</source>
        <translation>sin reconocer: {name}</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>no se usa</translation>
    </message>
    <message>
        <source>note</source>
        <translation>nota</translation>
    </message>
    <message>
        <source>note: how it was given</source>
        <translation>nota: cómo se dio</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>nada nuevo</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>on leave</source>
        <translation>de baja temporal</translation>
    </message>
    <message>
        <source>one of {kinds}; default {default}</source>
        <translation>uno de estos: {kinds}; si no se indica, {default}</translation>
    </message>
    <message>
        <source>one_to_one</source>
        <translation>uno a uno</translation>
    </message>
    <message>
        <source>open a copy of the demonstration file</source>
        <translation>abre una copia del archivo de demostración</translation>
    </message>
    <message>
        <source>options</source>
        <translation>opciones</translation>
    </message>
    <message>
        <source>or</source>
        <translation>o</translation>
    </message>
    <message>
        <source>other chapter</source>
        <translation>otro grupo</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>externa</translation>
    </message>
    <message>
        <source>passphrase</source>
        <translation>contraseña</translation>
    </message>
    <message>
        <source>people known</source>
        <translation>personas conocidas</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>posible</translation>
    </message>
    <message>
        <source>print one array with an object per file</source>
        <translation>escribe en JSON una lista con un objeto por archivo</translation>
    </message>
    <message>
        <source>protect hide passphrase</source>
        <translation>proteger ocultar contraseña</translation>
    </message>
    <message>
        <source>reason, if you like</source>
        <translation>motivo (opcional)</translation>
    </message>
    <message>
        <source>receiver</source>
        <translation>para</translation>
    </message>
    <message>
        <source>referral</source>
        <translation>referencia</translation>
    </message>
    <message>
        <source>referrals_per_week</source>
        <translation>referencias por semana</translation>
    </message>
    <message>
        <source>refused: {reason}</source>
        <translation>rechazado: {reason}</translation>
    </message>
    <message>
        <source>remove the passphrase</source>
        <translation>quita la contraseña</translation>
    </message>
    <message>
        <source>remove what earlier imports made for these days</source>
        <translation>elimina lo que importaciones anteriores crearon en esos días</translation>
    </message>
    <message>
        <source>row {row}, {column}: {text}</source>
        <translation>fila {row}, {column}: {text}</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>filas</translation>
    </message>
    <message>
        <source>rows: {rows}, people matched: {matched}</source>
        <translation>filas: {rows}, personas reconocidas: {matched}</translation>
    </message>
    <message>
        <source>said you would call</source>
        <translation>dicho que llamarás</translation>
    </message>
    <message>
        <source>section</source>
        <translation>apartado</translation>
    </message>
    <message>
        <source>several, parted by commas</source>
        <translation>si hay varios, separados por comas</translation>
    </message>
    <message>
        <source>show the version of the program and exit</source>
        <translation>muestra la versión del programa y termina</translation>
    </message>
    <message>
        <source>show this help and exit</source>
        <translation>muestra esta ayuda y termina</translation>
    </message>
    <message>
        <source>show what would be done, store nothing</source>
        <translation>muestra lo que se haría, sin guardar nada</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>desde el {day}</translation>
    </message>
    <message>
        <source>some time ago</source>
        <translation>hace un tiempo</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>en buen estado</translation>
    </message>
    <message>
        <source>testimonial</source>
        <translation>testimonio</translation>
    </message>
    <message>
        <source>the file to make, *.chapterdesk</source>
        <translation>el archivo que se crea, *.chapterdesk</translation>
    </message>
    <message>
        <source>the file's Total differs in {column}: {amount}</source>
        <translation>el Total del archivo difiere en {column}: {amount}</translation>
    </message>
    <message>
        <source>the following arguments are required: {names}</source>
        <translation>faltan los argumentos: {names}</translation>
    </message>
    <message>
        <source>the whole chapter</source>
        <translation>todo el grupo</translation>
    </message>
    <message>
        <source>tier</source>
        <translation>interna o externa</translation>
    </message>
    <message>
        <source>to</source>
        <comment>a period: from … to …</comment>
        <translation>al</translation>
    </message>
    <message>
        <source>to be filled in</source>
        <translation>por rellenar</translation>
    </message>
    <message>
        <source>unknown format</source>
        <translation>formato desconocido</translation>
    </message>
    <message>
        <source>unrecognized arguments: {names}</source>
        <translation>argumentos desconocidos: {names}</translation>
    </message>
    <message>
        <source>until {date}</source>
        <translation>hasta el {date}</translation>
    </message>
    <message>
        <source>usage: </source>
        <translation>uso: </translation>
    </message>
    <message>
        <source>value</source>
        <translation>valor</translation>
    </message>
    <message>
        <source>version licence support help</source>
        <translation>versión licencia asistencia ayuda soporte</translation>
    </message>
    <message>
        <source>visitor</source>
        <translation>invitado</translation>
    </message>
    <message>
        <source>wanted</source>
        <translation>se busca</translation>
    </message>
    <message>
        <source>where its backups are; default: the program's</source>
        <translation>dónde están sus copias de seguridad; si no se indica, en la carpeta del programa</translation>
    </message>
    <message>
        <source>where the chapter meets</source>
        <translation>dónde se reúne el grupo</translation>
    </message>
    <message>
        <source>withdrawn on…</source>
        <translation>retirado el…</translation>
    </message>
    <message>
        <source>would make {made}</source>
        <translation>se crearían: {made}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation>{before} → {after}</translation>
    </message>
    <message>
        <source>{chapter}: meeting of {date}</source>
        <translation>{chapter}: reunión del {date}</translation>
    </message>
    <message>
        <source>{chapter}: {count} attendance marks belong to a member of another chapter</source>
        <translation>{chapter}: {count} marcas de asistencia son de un miembro de otro grupo</translation>
    </message>
    <message>
        <source>{chapter}: {count} imported totals overlap others of their kind</source>
        <translation>{chapter}: {count} totales importados se solapan con otros del mismo tipo</translation>
    </message>
    <message>
        <source>{chapter}: {count} memberships of the same person overlap</source>
        <translation>{chapter}: {count} altas de una misma persona se solapan</translation>
    </message>
    <message>
        <source>{chapter}: {count} people stand twice in imported totals</source>
        <translation>{chapter}: {count} personas figuran dos veces en totales importados</translation>
    </message>
    <message>
        <source>{chapter}: {count} slips credit nobody</source>
        <translation>{chapter}: {count} papeletas no cuentan para nadie</translation>
    </message>
    <message>
        <source>{chapter}: {count} slips stand in a meeting of another chapter</source>
        <translation>{chapter}: {count} papeletas están en una reunión de otro grupo</translation>
    </message>
    <message>
        <source>{chapter}: {count} slips stand in a meeting that was called off, and count nowhere</source>
        <translation>{chapter}: {count} papeletas están en una reunión suspendida y no cuentan en ningún sitio</translation>
    </message>
    <message>
        <source>{chapter}: {count} visits count as attended in a meeting that was called off</source>
        <translation>{chapter}: {count} visitas figuran como realizadas en una reunión suspendida</translation>
    </message>
    <message>
        <source>{count} imported marks</source>
        <translation>{count} marcas importadas</translation>
    </message>
    <message>
        <source>{count} members have no mark yet, {name} for one; mark them, or say they were absent</source>
        <translation>Quedan {count} miembros sin marcar, por ejemplo {name}; márcalos o di que faltaron</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} más</translation>
    </message>
    <message>
        <source>{count} on leave</source>
        <translation>{count} de baja temporal</translation>
    </message>
    <message>
        <source>{count} people are called “{name}”; give the e-mail instead, or choose the person in the window</source>
        <translation>{count} personas se llaman «{name}»; indica el correo o elige a la persona en la ventana</translation>
    </message>
    <message>
        <source>{count} referrals a week</source>
        <translation>{count} referencias por semana</translation>
    </message>
    <message>
        <source>{count} rows of “{table}” point at rows of “{target}” that are not there</source>
        <translation>{count} filas de «{table}» remiten a filas de «{target}» que no existen</translation>
    </message>
    <message>
        <source>{count} · {size} · the last one {moment}</source>
        <translation>{count} · {size} · la última, {moment}</translation>
    </message>
    <message>
        <source>{date} is a holiday</source>
        <translation>El {date} es festivo</translation>
    </message>
    <message>
        <source>{day}: {kind}, {state}</source>
        <translation>{day}: {kind}, {state}</translation>
    </message>
    <message>
        <source>{day}: {rate}, {present} of {all}</source>
        <translation>{day}: {rate}, {present} de {all}</translation>
    </message>
    <message>
        <source>{expected} expected, {waiting} to follow up</source>
        <translation>{expected} previstos, {waiting} por contactar</translation>
    </message>
    <message>
        <source>{field} has this value already; nothing was changed</source>
        <translation>«{field}» ya tiene ese valor; no se ha cambiado nada</translation>
    </message>
    <message>
        <source>{field}: before, {before}; then, {after}</source>
        <translation>{field}: antes, {before}; después, {after}</translation>
    </message>
    <message>
        <source>{field}: this person is no longer in the file; type the name again</source>
        <translation>«{field}»: esta persona ya no está en el archivo; escribe el nombre otra vez</translation>
    </message>
    <message>
        <source>{field}: what stood there is no longer in the file; nothing was changed</source>
        <translation>«{field}»: lo que había ya no está en el archivo; no se ha cambiado nada</translation>
    </message>
    <message>
        <source>{field}: {before} → {after}</source>
        <translation>{field}: {before} → {after}</translation>
    </message>
    <message>
        <source>{field}: {value}</source>
        <translation>{field}: {value}</translation>
    </message>
    <message>
        <source>{figure} per member</source>
        <translation>{figure} por miembro</translation>
    </message>
    <message>
        <source>{file} (copy)</source>
        <translation>{file} (copia)</translation>
    </message>
    <message>
        <source>{file} already exists; choose another name</source>
        <translation>{file} ya existe; elige otro nombre</translation>
    </message>
    <message>
        <source>{file} can only be read here; save a copy to edit it</source>
        <translation>{file} solo se puede leer aquí; guarda una copia para modificarlo</translation>
    </message>
    <message>
        <source>{file} cannot be read: the system does not let this program open it</source>
        <translation>{file} no se puede leer: el sistema no permite que este programa lo abra</translation>
    </message>
    <message>
        <source>{file} could not be put in its place: another program holds it, or the folder may not be written. What was there is still there; close that program, then try again</source>
        <translation>No se ha podido poner {file} en su sitio: otro programa lo tiene abierto o no se puede escribir en la carpeta. Lo que había sigue ahí; cierra ese programa y vuelve a intentarlo</translation>
    </message>
    <message>
        <source>{file} could not be updated; it was left as it is</source>
        <translation>No se ha podido actualizar {file}; se ha dejado como estaba</translation>
    </message>
    <message>
        <source>{file} could not be written anew; it was left as it is. Check it first</source>
        <translation>{file} no se ha podido volver a escribir; se ha dejado como estaba. Compruébalo primero</translation>
    </message>
    <message>
        <source>{file} could not be written to {folder}: {reason}. Choose another folder; nothing was changed</source>
        <translation>{file} no se ha podido escribir en {folder}: {reason}. Elige otra carpeta; no se ha cambiado nada</translation>
    </message>
    <message>
        <source>{file} could not be written to {folder}: {reason}; choose another folder</source>
        <translation>{file} no se pudo escribir en {folder}: {reason}; elige otra carpeta</translation>
    </message>
    <message>
        <source>{file} does not exist</source>
        <translation>{file} no existe</translation>
    </message>
    <message>
        <source>{file} has another passphrase, an earlier one</source>
        <translation>{file} tiene otra contraseña, una anterior</translation>
    </message>
    <message>
        <source>{file} has no passphrase any more: whoever has the file can read it</source>
        <translation>{file} ya no tiene contraseña: quien tenga el archivo puede leerlo</translation>
    </message>
    <message>
        <source>{file} has {count} faults; open a backup, or send the list above with a copy of the file</source>
        <translation>{file} tiene {count} fallos; abre una copia de seguridad o envía la lista anterior con una copia del archivo</translation>
    </message>
    <message>
        <source>{file} is a folder; choose a file in it</source>
        <translation>{file} es una carpeta; elige un archivo de dentro</translation>
    </message>
    <message>
        <source>{file} is being read by another program; close that, then close and open the file here</source>
        <translation>Otro programa está leyendo {file}; ciérralo y luego cierra y abre aquí el archivo</translation>
    </message>
    <message>
        <source>{file} is being written by another program; try again in a moment</source>
        <translation>Otro programa está escribiendo en {file}; inténtalo de nuevo en un momento</translation>
    </message>
    <message>
        <source>{file} is damaged</source>
        <translation>{file} está dañado</translation>
    </message>
    <message>
        <source>{file} is damaged; go on with a backup</source>
        <translation>{file} está dañado; sigue con una copia de seguridad</translation>
    </message>
    <message>
        <source>{file} is damaged; it was left as it is</source>
        <translation>{file} está dañado; se ha dejado como estaba</translation>
    </message>
    <message>
        <source>{file} is empty</source>
        <translation>{file} está vacío</translation>
    </message>
    <message>
        <source>{file} is empty; it was left as it is</source>
        <translation>{file} está vacío; se ha dejado como estaba</translation>
    </message>
    <message>
        <source>{file} is in use</source>
        <translation>{file} está en uso</translation>
    </message>
    <message>
        <source>{file} is no ChapterDesk file</source>
        <translation>{file} no es un archivo de ChapterDesk</translation>
    </message>
    <message>
        <source>{file} is not a ChapterDesk file, or damaged; it was left as it is</source>
        <translation>{file} no es un archivo de ChapterDesk o está dañado; se ha dejado como estaba</translation>
    </message>
    <message>
        <source>{file} is not a ChapterDesk file; it was left as it is</source>
        <translation>{file} no es un archivo de ChapterDesk; se ha dejado como estaba</translation>
    </message>
    <message>
        <source>{file} is open for reading only; save a copy to edit it</source>
        <translation>{file} está abierto solo para lectura; guarda una copia para editarlo</translation>
    </message>
    <message>
        <source>{file} is open in another window</source>
        <translation>{file} está abierto en otra ventana</translation>
    </message>
    <message>
        <source>{file} is open in another window; go on there, or close it first</source>
        <translation>{file} está abierto en otra ventana; sigue en ella o ciérrala antes</translation>
    </message>
    <message>
        <source>{file} is open on another computer</source>
        <translation>{file} está abierto en otro ordenador</translation>
    </message>
    <message>
        <source>{file} is protected</source>
        <translation>{file} está protegido</translation>
    </message>
    <message>
        <source>{file} is ready, with the chapter {chapter}</source>
        <translation>{file} está listo, con el grupo {chapter}</translation>
    </message>
    <message>
        <source>{file} is sound</source>
        <translation>{file} está en buen estado</translation>
    </message>
    <message>
        <source>{file} is written</source>
        <translation>{file} está guardado</translation>
    </message>
    <message>
        <source>{file} needs a newer ChapterDesk</source>
        <translation>{file} necesita un ChapterDesk más reciente</translation>
    </message>
    <message>
        <source>{file} needs its passphrase</source>
        <translation>{file} necesita su contraseña</translation>
    </message>
    <message>
        <source>{file} needs its passphrase; set {variable} or run the command on a terminal</source>
        <translation>{file} necesita su contraseña; define {variable} o ejecuta la orden en un terminal</translation>
    </message>
    <message>
        <source>{file} opens with its new passphrase only; keep a note of it in a safe place</source>
        <translation>{file} se abre solo con su contraseña nueva; guárdala apuntada en un lugar seguro</translation>
    </message>
    <message>
        <source>{file} was made by a newer ChapterDesk; update the program to open it. The file was left as it is</source>
        <translation>{file} se creó con una versión más nueva de ChapterDesk; actualiza el programa para abrirlo. El archivo se ha dejado como estaba</translation>
    </message>
    <message>
        <source>{file} was not closed well; open it once, then move it</source>
        <translation>{file} no se cerró bien; ábrelo una vez y muévelo después</translation>
    </message>
    <message>
        <source>{file} was not made: the folder {folder} is not there; make it, or choose another</source>
        <translation>{file} no se ha creado: la carpeta {folder} no existe; créala o elige otra</translation>
    </message>
    <message>
        <source>{file} was not opened</source>
        <translation>{file} no se ha abierto</translation>
    </message>
    <message>
        <source>{file}: a desk file ends in {ending}, so that a double click opens it; for example {example}</source>
        <translation>{file}: los archivos de ChapterDesk acaban en {ending}, para que se abran con doble clic; por ejemplo, {example}</translation>
    </message>
    <message>
        <source>{file}: {format}</source>
        <translation>{file}: {format}</translation>
    </message>
    <message>
        <source>{file}: {reason}</source>
        <translation>{file}: {reason}</translation>
    </message>
    <message>
        <source>{file}: {reason} Nothing was stored.</source>
        <translation>{file}: {reason} No se ha guardado nada.</translation>
    </message>
    <message>
        <source>{folder} could not be written to: {reason}; choose another folder</source>
        <translation>No se pudo escribir en {folder}: {reason}; elige otra carpeta</translation>
    </message>
    <message>
        <source>{folder} holds too many folders of this name; choose another folder</source>
        <translation>En {folder} hay demasiadas carpetas con este nombre; elige otra carpeta</translation>
    </message>
    <message>
        <source>{here} of {all}</source>
        <translation>{here} de {all}</translation>
    </message>
    <message>
        <source>{inside} in · {outside} out</source>
        <translation>{inside} int. · {outside} ext.</translation>
    </message>
    <message>
        <source>{kind}</source>
        <translation>{kind}</translation>
    </message>
    <message>
        <source>{kind}, invited by {inviter}</source>
        <translation>{kind}, por invitación de {inviter}</translation>
    </message>
    <message>
        <source>{members}, {seats}</source>
        <translation>{members}, {seats}</translation>
    </message>
    <message>
        <source>{members}, {visitors}</source>
        <translation>{members}, {visitors}</translation>
    </message>
    <message>
        <source>{metric}: {whose}</source>
        <translation>{metric}: {whose}</translation>
    </message>
    <message>
        <source>{name} already is a visitor of this meeting</source>
        <translation>{name} ya figura como invitado de esta reunión</translation>
    </message>
    <message>
        <source>{name} becomes a member</source>
        <translation>Alta de {name}</translation>
    </message>
    <message>
        <source>{name} becomes {role}</source>
        <translation>{name} asume el cargo: {role}</translation>
    </message>
    <message>
        <source>{name} came on {date}: what next?</source>
        <translation>{name} vino el {date}: ¿y ahora?</translation>
    </message>
    <message>
        <source>{name} came to the meeting of {date}, so it took place; if not, take that tick away first</source>
        <translation>{name} vino a la reunión del {date}, así que se celebró; si no fue así, quítale antes la marca de asistencia</translation>
    </message>
    <message>
        <source>{name} has arrived</source>
        <translation>Ha llegado {name}</translation>
    </message>
    <message>
        <source>{name} has come {count} times: a visitor no longer, ask to apply</source>
        <translation>{name} ha venido {count} veces: ya toca proponerle que entre</translation>
    </message>
    <message>
        <source>{name} has not arrived</source>
        <translation>No ha llegado {name}</translation>
    </message>
    <message>
        <source>{name} holds the seat “{seat}” now; give that member another seat first</source>
        <translation>{name} tiene ahora la especialidad «{seat}»; dale antes otra</translation>
    </message>
    <message>
        <source>{name} is a member at that time already; end that membership first</source>
        <translation>{name} ya es miembro en esas fechas; dale antes de baja</translation>
    </message>
    <message>
        <source>{name} is a member now</source>
        <translation>{name} ya es miembro</translation>
    </message>
    <message>
        <source>{name} is a member of {chapter} until {date}: from the day after it the data can be erased</source>
        <translation>{name} es miembro de {chapter} hasta el {date}: sus datos se pueden suprimir desde el día siguiente</translation>
    </message>
    <message>
        <source>{name} is a member of {chapter}: end the membership on the card first, then erase</source>
        <translation>{name} es miembro de {chapter}: dale de baja en su ficha y después suprime sus datos</translation>
    </message>
    <message>
        <source>{name} is a member; mark them in the roll call, or add a second name</source>
        <translation>{name} es miembro; márcalo al pasar lista o añade un segundo apellido</translation>
    </message>
    <message>
        <source>{name} is expected</source>
        <translation>Se espera a {name}</translation>
    </message>
    <message>
        <source>{name} is not in this file yet.</source>
        <translation>{name} todavía no está en el archivo.</translation>
    </message>
    <message>
        <source>{name} rejoins</source>
        <translation>{name} vuelve al grupo</translation>
    </message>
    <message>
        <source>{name} still has a role: end it on the card first, then erase</source>
        <translation>{name} tiene un cargo: primero termínalo en la ficha y después suprime sus datos</translation>
    </message>
    <message>
        <source>{name} was erased already</source>
        <translation>Los datos de {name} ya se suprimieron</translation>
    </message>
    <message>
        <source>{name} was expected and has not arrived</source>
        <translation>Se esperaba a {name} y no ha llegado</translation>
    </message>
    <message>
        <source>{name} was typed as {typed}; the file says {code}, which now stands</source>
        <translation>{name} se marcó como {typed}; el archivo dice {code}, y eso vale ahora</translation>
    </message>
    <message>
        <source>{name}, not marked</source>
        <translation>{name}, sin marcar</translation>
    </message>
    <message>
        <source>{name}, substitute: {substitute}</source>
        <translation>{name}, sustituto: {substitute}</translation>
    </message>
    <message>
        <source>{name}, {code}</source>
        <translation>{name}, {code}</translation>
    </message>
    <message>
        <source>{name}: renewal due on {date}</source>
        <translation>{name}: renueva el {date}</translation>
    </message>
    <message>
        <source>{name}: renewal was due on {date}</source>
        <translation>{name}: la renovación venció el {date}</translation>
    </message>
    <message>
        <source>{name}: {mark}</source>
        <translation>{name}: {mark}</translation>
    </message>
    <message>
        <source>{name}: {mark}, represented by {substitute}</source>
        <translation>{name}: {mark}, en su lugar {substitute}</translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation>{one} y {other}</translation>
    </message>
    <message>
        <source>{people}, {contacts}</source>
        <translation>{people}, {contacts}</translation>
    </message>
    <message>
        <source>{people}, {contacts}. All totals stay; backups made until now still hold them. This cannot be undone.</source>
        <translation>{people} y {contacts}. Todos los totales se mantienen; las copias de seguridad hechas hasta ahora los siguen teniendo. Esto no se puede deshacer.</translation>
    </message>
    <message>
        <source>{present} of {all}</source>
        <translation>{present} de {all}</translation>
    </message>
    <message>
        <source>{present} of {members} present, {referrals}</source>
        <translation>{present} de {members} presentes, {referrals}</translation>
    </message>
    <message>
        <source>{problem} (see {command} --help)</source>
        <translation>{problem} (véase {command} --help)</translation>
    </message>
    <message>
        <source>{program} (MIT)</source>
        <translation>{program} (MIT)</translation>
    </message>
    <message>
        <source>{program} is free software under the MIT licence.</source>
        <translation>{program} es software libre con licencia MIT.</translation>
    </message>
    <message>
        <source>{program} is locked</source>
        <translation>{program} está bloqueado</translation>
    </message>
    <message>
        <source>{program} is still open: something typed is not stored yet, or it is still working. See its window, then try again</source>
        <translation>{program} sigue abierto: hay algo escrito sin guardar o todavía está trabajando. Mira su ventana y vuelve a intentarlo</translation>
    </message>
    <message>
        <source>{receiver}, since {date}</source>
        <translation>{receiver}, desde el {date}</translation>
    </message>
    <message>
        <source>{receiver}: {prospect}, since {date}</source>
        <translation>{receiver}: {prospect}, desde el {date}</translation>
    </message>
    <message>
        <source>{service} copies this folder to other computers. If two computers write the file at once, or it is copied while it is being written, it can be spoilt. Keep the file itself elsewhere; backups may stay there.</source>
        <translation>{service} copia esta carpeta a otros ordenadores. Si dos ordenadores escriben a la vez en el archivo, o se copia mientras se está escribiendo, puede estropearse. Guarda el archivo en otro sitio; las copias de seguridad sí pueden estar ahí.</translation>
    </message>
    <message>
        <source>{substitute} stands in for {name}</source>
        <translation>{substitute} sustituye a {name}</translation>
    </message>
    <message>
        <source>{substitute} stood in for {name}</source>
        <translation>{substitute} vino en lugar de {name}</translation>
    </message>
    <message>
        <source>{taken} of {count} ticked</source>
        <translation>{taken} de {count} marcados</translation>
    </message>
    <message>
        <source>{text} can be two days; it is read as day/month/year. Write 2026-03-31 to be sure</source>
        <translation>{text} puede ser dos días distintos; se lee como día/mes/año. Escribe 2026-03-31 para que no haya duda</translation>
    </message>
    <message>
        <source>{wanted} is held open by another program; written as {file}</source>
        <translation>Otro programa tiene abierto {wanted}; se ha guardado como {file}</translation>
    </message>
    <message>
        <source>{what}: {letter}, or {keys} from anywhere</source>
        <translation>{what}: {letter}, o {keys} desde cualquier sitio</translation>
    </message>
    <message>
        <source>“{name}” can mean more than one member; say which one</source>
        <translation>«{name}» puede ser más de un miembro; di cuál</translation>
    </message>
    <message>
        <source>“{name}” has more than one mark on one day; none is taken</source>
        <translation>«{name}» tiene más de una marca el mismo día; no se toma ninguna</translation>
    </message>
    <message>
        <source>“{name}” is a member on that day; the visitor is kept as another person of that name</source>
        <translation>«{name}» es miembro ese día; el invitado se guarda como otra persona con ese nombre</translation>
    </message>
    <message>
        <source>“{name}” is not in this file; choose somebody from the list</source>
        <translation>«{name}» no está en este archivo; elige a alguien de la lista</translation>
    </message>
    <message>
        <source>“{name}” stands in the list twice; the first row was taken</source>
        <translation>«{name}» figura dos veces en la lista; se ha tomado la primera fila</translation>
    </message>
    <message>
        <source>“{name}” stands on both sides; the slip is kept as it is, correct it if one is wrong</source>
        <translation>«{name}» está en los dos lados; la papeleta se guarda tal cual, corrígela si uno está mal</translation>
    </message>
    <message>
        <source>“{name}” stands twice on the slip; it is kept as it is, correct it if one is wrong</source>
        <translation>«{name}» figura dos veces en la papeleta; se guarda tal cual, corrígela si uno está mal</translation>
    </message>
    <message>
        <source>“{text}” is no day; type it like 5/3/2026</source>
        <translation>«{text}» no es una fecha; escríbela así: 5/3/2026</translation>
    </message>
    <message>
        <source>“{text}” is no kind of slip that is known</source>
        <translation>«{text}» no es un tipo de papeleta conocido</translation>
    </message>
    <message>
        <source>“{text}” is no number of credits; the slip cannot be stored</source>
        <translation>«{text}» no es un número de créditos; la papeleta no se puede guardar</translation>
    </message>
    <message>
        <source>“{text}” is no number of credits; type a number from 1 up</source>
        <translation>«{text}» no es un número de créditos; escribe un número a partir de 1</translation>
    </message>
    <message>
        <source>“{text}” is none of the letters P, A, L, M, S; no mark is taken</source>
        <translation>«{text}» no es ninguna de las letras P, A, L, M, S; no se toma ninguna marca</translation>
    </message>
    <message>
        <source>“{text}” is not a count</source>
        <translation>«{text}» no es un recuento</translation>
    </message>
    <message>
        <source>“{text}” is not a date</source>
        <translation>«{text}» no es una fecha</translation>
    </message>
    <message>
        <source>“{text}” is not a date; it was left out</source>
        <translation>«{text}» no es una fecha; se ha dejado fuera</translation>
    </message>
    <message>
        <source>“{text}” is not a figure; it counts as 0</source>
        <translation>«{text}» no es una cifra; cuenta como 0</translation>
    </message>
    <message>
        <source>“{text}” is not a number</source>
        <translation>«{text}» no es un número</translation>
    </message>
    <message>
        <source>“{text}” is not an amount</source>
        <translation>«{text}» no es un importe</translation>
    </message>
    <message>
        <source>“{text}” is not an amount; the slip cannot be stored</source>
        <translation>«{text}» no es un importe; la papeleta no se puede guardar</translation>
    </message>
    <message>
        <source>“{text}” is not an amount; type it like 1234.56</source>
        <translation>«{text}» no es un importe; escríbelo así: 1234,56</translation>
    </message>
    <message>
        <source>“{words}” is in none of the texts.</source>
        <translation>«{words}» no está en ninguno de los textos.</translation>
    </message>
    <message>
        <source>“{words}” is typed and not stored yet. Store it, or close again to leave without it.</source>
        <translation>«{words}» está escrito y aún no se ha guardado. Guárdalo, o cierra otra vez para salir sin ello.</translation>
    </message>
    <message>
        <source>“{word}” is neither a file nor a command; chapterdesk --help lists the commands</source>
        <translation>«{word}» no es un archivo ni una orden; chapterdesk --help muestra las órdenes</translation>
    </message>
    <message>
        <source>▲ This seat is held by {names}</source>
        <translation>▲ Esta especialidad ya la ocupa {names}</translation>
    </message>
</context>
</TS>
