<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES">
<context>
    <name />
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n socio</numerusform>
            <numerusform>%n socios</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) marked present</source>
        <translation>
            <numerusform>%n socio marcado presente</numerusform>
            <numerusform>%n socios marcados presentes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) wanted</source>
        <translation>
            <numerusform>se busca %n sección</numerusform>
            <numerusform>se buscan %n secciones</numerusform>
        </translation>
    </message>
    <message>
        <source>A seat that is wanted: Notary, Florist…</source>
        <translation>Una sección que se busca: notaría, floristería…</translation>
    </message>
    <message>
        <source>Add a member for this seat</source>
        <translation>Añadir un socio para esta sección</translation>
    </message>
    <message>
        <source>Add member</source>
        <translation>Añadir socio</translation>
    </message>
    <message>
        <source>Add members</source>
        <translation>Añadir socios</translation>
    </message>
    <message>
        <source>Add the members one by one, or import a list: a spreadsheet, or an export of BNI Connect.</source>
        <translation>Añade a los socios uno a uno o importa una lista: una hoja de cálculo o una exportación de BNI Connect.</translation>
    </message>
    <message>
        <source>As a rule the membership itself: the statutes or the agreement with the member</source>
        <translation>Por regla general, la propia pertenencia al grupo: los estatutos o el acuerdo con el socio</translation>
    </message>
    <message>
        <source>Attendance and activity of every member over a period</source>
        <translation>Asistencia y actividad de cada socio en un periodo</translation>
    </message>
    <message numerus="yes">
        <source>Attendance {share}, %n member(s) with three absences or more</source>
        <translation>
            <numerusform>Asistencia del {share}, %n socio con tres ausencias o más</numerusform>
            <numerusform>Asistencia del {share}, %n socios con tres ausencias o más</numerusform>
        </translation>
    </message>
    <message>
        <source>Became a member</source>
        <translation>Alta como socio</translation>
    </message>
    <message>
        <source>Became a member: {seat}</source>
        <translation>Alta como socio: {seat}</translation>
    </message>
    <message>
        <source>Became members</source>
        <translation>Ya son socios</translation>
    </message>
    <message>
        <source>Bring in what you have, or add the members: the next meeting and its figures will stand here.</source>
        <translation>Importa lo que tengas o añade a los socios: aquí verás la próxima reunión y sus cifras.</translation>
    </message>
    <message>
        <source>Change since when {name} is a member</source>
        <translation>Cambiar desde cuándo es socio {name}</translation>
    </message>
    <message>
        <source>Change the seat of {name}</source>
        <translation>Cambiar la sección de {name}</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Club</translation>
    </message>
    <message>
        <source>Choose a seat in the list, or write down one that is wanted.</source>
        <translation>Elige una sección de la lista, o anota una que se busca.</translation>
    </message>
    <message>
        <source>Choose how the membership ended: resigned, dropped or transferred</source>
        <translation>Elige el motivo de la baja: voluntaria, por decisión del club o traslado</translation>
    </message>
    <message>
        <source>Choose when the chapter meets</source>
        <translation>Elegir cuándo se reúne el club</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Sección</translation>
    </message>
    <message>
        <source>Contact data in the list of members</source>
        <translation>Datos de contacto en la lista de socios</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Baja por acuerdo de la junta</translation>
    </message>
    <message>
        <source>Everybody who comes to see the chapter</source>
        <translation>Todas las personas que vienen a conocer el club</translation>
    </message>
    <message>
        <source>Find a member</source>
        <translation>Buscar un socio</translation>
    </message>
    <message>
        <source>Former member</source>
        <translation>Antiguo socio</translation>
    </message>
    <message>
        <source>Former member {number}</source>
        <translation>Antiguo socio {number}</translation>
    </message>
    <message>
        <source>Former members</source>
        <translation>Antiguos socios</translation>
    </message>
    <message>
        <source>Former members are kept, in years</source>
        <translation>Años que se guardan los antiguos socios</translation>
    </message>
    <message>
        <source>Former members, after the end</source>
        <translation>Antiguos socios, desde la baja</translation>
    </message>
    <message>
        <source>Free seats</source>
        <translation>Secciones libres</translation>
    </message>
    <message>
        <source>Here stands everything that members hand in: referrals, one-to-ones, closed business and the rest. Type the first one, or import a file of slips.</source>
        <translation>Aquí está todo lo que entregan los socios: referencias, uno a uno, negocio cerrado y lo demás. Escribe la primera papeleta o importa un archivo.</translation>
    </message>
    <message>
        <source>Import members…</source>
        <translation>Importar socios…</translation>
    </message>
    <message>
        <source>In grey: no longer members at the end of the period.</source>
        <translation>En gris: ya no eran socios al final del periodo.</translation>
    </message>
    <message>
        <source>Leadership team</source>
        <translation>Junta directiva</translation>
    </message>
    <message>
        <source>Look for somebody for the seat {seat}</source>
        <translation>Buscar a alguien para la sección {seat}</translation>
    </message>
    <message>
        <source>Look no more for the seat {seat}</source>
        <translation>Dejar de buscar para la sección {seat}</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Socio</translation>
    </message>
    <message>
        <source>Member or visitor</source>
        <translation>Socio o invitado</translation>
    </message>
    <message>
        <source>Member since</source>
        <translation>Socio desde</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Socios</translation>
    </message>
    <message>
        <source>Members and expected visitors of a meeting, to sign</source>
        <translation>Socios e invitados previstos de una reunión, para firmar</translation>
    </message>
    <message>
        <source>Members and guests; the people and companies who are recommended</source>
        <translation>Socios e invitados; las personas y empresas recomendadas</translation>
    </message>
    <message>
        <source>Members here</source>
        <translation>Socios en la sala</translation>
    </message>
    <message>
        <source>Members here: {here} of {all}</source>
        <translation>Socios en la sala: {here} de {all}</translation>
    </message>
    <message>
        <source>Members mentored</source>
        <translation>Socios con su mentoría</translation>
    </message>
    <message>
        <source>Members sponsored</source>
        <translation>Socios que presentó</translation>
    </message>
    <message>
        <source>Members with their seats and roles</source>
        <translation>Socios con su sección y sus cargos</translation>
    </message>
    <message>
        <source>Members, and who stands in for them</source>
        <translation>Socios y quienes los sustituyen</translation>
    </message>
    <message>
        <source>Members, applicants, former members</source>
        <translation>Socios, aspirantes, antiguos socios</translation>
    </message>
    <message>
        <source>Members, attendance and slips of your group, kept on this computer alone.</source>
        <translation>Los socios, la asistencia y las papeletas de tu club, guardados solo en este ordenador.</translation>
    </message>
    <message>
        <source>Membership committee</source>
        <translation>Comisión de socios</translation>
    </message>
    <message>
        <source>Messages of the chapter</source>
        <translation>Mensajes del club</translation>
    </message>
    <message>
        <source>Name of a member, former member or visitor</source>
        <translation>Nombre de un socio, antiguo socio o invitado</translation>
    </message>
    <message>
        <source>Name, seat, company…</source>
        <translation>Nombre, sección, empresa…</translation>
    </message>
    <message>
        <source>New member</source>
        <translation>Nuevo socio</translation>
    </message>
    <message>
        <source>No meeting is planned; choose in the settings when the chapter meets.</source>
        <translation>No hay ninguna reunión programada; elige en Ajustes cuándo se reúne el club.</translation>
    </message>
    <message>
        <source>No member has this name; choose somebody from the list, or leave it empty.</source>
        <translation>Ningún socio se llama así; elige a alguien de la lista o déjalo vacío.</translation>
    </message>
    <message>
        <source>No members yet</source>
        <translation>Todavía no hay socios</translation>
    </message>
    <message>
        <source>Nobody holds this seat.</source>
        <translation>Nadie ocupa esta sección.</translation>
    </message>
    <message>
        <source>Nobody is a member yet.</source>
        <translation>Todavía no hay ningún socio.</translation>
    </message>
    <message>
        <source>Nobody of the chapter is called like that. An answer is remembered for the next files.</source>
        <translation>Nadie del club se llama así. La respuesta se recuerda para los próximos archivos.</translation>
    </message>
    <message>
        <source>Nothing in the file looks like a summary, an attendance file, a slips file or a list of members</source>
        <translation>Nada en el archivo se parece a un resumen, una asistencia, unas papeletas o una lista de socios</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>Lista de socios</translation>
    </message>
    <message>
        <source>Say what a member did well for you or for somebody you sent.</source>
        <translation>Cuenta qué ha hecho bien un socio por ti o por alguien a quien enviaste.</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>Sección</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Secciones</translation>
    </message>
    <message>
        <source>Seats, wanted and held</source>
        <translation>Secciones, buscadas y ocupadas</translation>
    </message>
    <message>
        <source>Show the seats</source>
        <translation>Ver las secciones</translation>
    </message>
    <message>
        <source>Somebody who wants to hear from the member: they know that the call will come.</source>
        <translation>Alguien que espera la llamada del socio y sabe que se va a producir.</translation>
    </message>
    <message>
        <source>Summaries, attendance by week, slips and lists of members: exports as they come, or spreadsheets. You see what they hold before anything is stored.</source>
        <translation>Resúmenes, asistencia por semanas, papeletas y listas de socios: las exportaciones tal cual, u hojas de cálculo. Verás lo que contienen antes de que se guarde nada.</translation>
    </message>
    <message>
        <source>Thank the member whose referral became business. Turnover without VAT.</source>
        <translation>Da las gracias al socio cuya referencia se convirtió en negocio. Importe sin IVA.</translation>
    </message>
    <message>
        <source>That day already is a holiday of the chapter</source>
        <translation>Ese día ya es festivo del club</translation>
    </message>
    <message>
        <source>The chapter is still empty</source>
        <translation>El club todavía está vacío</translation>
    </message>
    <message>
        <source>The file is of the chapter “{other}”; it is being imported into “{chapter}”</source>
        <translation>El archivo es del club «{other}» y se está importando en «{chapter}»</translation>
    </message>
    <message>
        <source>The roll call shows the members of the day. Add them, or import the list you have.</source>
        <translation>Aquí salen los socios del día. Añádelos o importa la lista que tengas.</translation>
    </message>
    <message>
        <source>The seat is missing; type its name</source>
        <translation>Falta la sección; escribe su nombre</translation>
    </message>
    <message>
        <source>There are headings of a list of members, and no names below them</source>
        <translation>Hay encabezados de una lista de socios, pero ningún nombre debajo</translation>
    </message>
    <message>
        <source>There are headings of a summary, and no members below them</source>
        <translation>Hay encabezados de un resumen, pero ningún socio debajo</translation>
    </message>
    <message>
        <source>There are headings of an attendance file, and no members below them</source>
        <translation>Hay encabezados de asistencia, pero ningún socio debajo</translation>
    </message>
    <message>
        <source>This chapter</source>
        <translation>Este club</translation>
    </message>
    <message>
        <source>This chapter is no longer in the file</source>
        <translation>Este club ya no está en el archivo</translation>
    </message>
    <message>
        <source>This is a list of visitors, not of members</source>
        <translation>Esta es una lista de invitados, no de socios</translation>
    </message>
    <message>
        <source>To run the group: list of members, roles, renewals, contact between members</source>
        <translation>Llevar el grupo: lista de socios, cargos, renovaciones, contacto entre socios</translation>
    </message>
    <message>
        <source>Two members met to get to know each other better. One slip for both.</source>
        <translation>Dos socios se han reunido para conocerse mejor. Una papeleta para los dos.</translation>
    </message>
    <message>
        <source>Unknown people of summaries, attendance and lists become members</source>
        <translation>Las personas desconocidas de resúmenes, asistencias y listas pasan a ser socios</translation>
    </message>
    <message>
        <source>Wanted seat</source>
        <translation>Sección que se busca</translation>
    </message>
    <message>
        <source>We look for somebody for this seat</source>
        <translation>Buscamos a alguien para esta sección</translation>
    </message>
    <message>
        <source>What is kept about members and visitors can be shown here to whoever asks, handed over and erased; old data are proposed for removal.</source>
        <translation>Aquí se puede mostrar lo que se guarda de socios e invitados a quien lo pida, entregárselo y suprimirlo; lo antiguo se propone para quitarlo.</translation>
    </message>
    <message>
        <source>What you learned for your business or the chapter: one credit an hour.</source>
        <translation>Lo que has aprendido para tu negocio o para el club: un crédito por hora.</translation>
    </message>
    <message>
        <source>Who belongs to the chapter</source>
        <translation>Quiénes forman el club</translation>
    </message>
    <message>
        <source>becomes a member</source>
        <translation>pasa a ser socio</translation>
    </message>
    <message>
        <source>new members</source>
        <translation>socios nuevos</translation>
    </message>
    <message>
        <source>the whole chapter</source>
        <translation>todo el club</translation>
    </message>
    <message>
        <source>where the chapter meets</source>
        <translation>dónde se reúne el club</translation>
    </message>
    <message>
        <source>{chapter}: {count} attendance marks belong to a member of another chapter</source>
        <translation>{chapter}: {count} marcas de asistencia son de un socio de otro club</translation>
    </message>
    <message>
        <source>{count} members have no mark yet, {name} for one; mark them, or say they were absent</source>
        <translation>Quedan {count} socios sin marcar, por ejemplo {name}; márcalos o di que faltaron</translation>
    </message>
    <message>
        <source>{figure} per member</source>
        <translation>{figure} por socio</translation>
    </message>
    <message>
        <source>{name} is a member at that time already; end that membership first</source>
        <translation>{name} ya es socio en esas fechas; dale antes de baja</translation>
    </message>
    <message>
        <source>{name} is a member now</source>
        <translation>{name} ya es socio</translation>
    </message>
    <message>
        <source>{name} is a member of {chapter}: end the membership on the card first, then erase</source>
        <translation>{name} es socio de {chapter}: dale de baja en su ficha y después suprime sus datos</translation>
    </message>
    <message>
        <source>{name} is a member of {chapter} until {date}: from the day after it the data can be erased</source>
        <translation>{name} es socio de {chapter} hasta el {date}: sus datos se pueden suprimir desde el día siguiente</translation>
    </message>
    <message>
        <source>{name} is a member; mark them in the roll call, or add a second name</source>
        <translation>{name} es socio; márcalo al pasar lista o añade un segundo apellido</translation>
    </message>
    <message>
        <source>{name} rejoins</source>
        <translation>{name} vuelve al club</translation>
    </message>
    <message>
        <source>“{name}” can mean more than one member; say which one</source>
        <translation>«{name}» puede ser más de un socio; di cuál</translation>
    </message>
    <message>
        <source>“{name}” is a member on that day; the visitor is kept as another person of that name</source>
        <translation>«{name}» es socio ese día; el invitado se guarda como otra persona con ese nombre</translation>
    </message>
    <message>
        <source>▲ This seat is held by {names}</source>
        <translation>▲ Esta sección ya la ocupa {names}</translation>
    </message>
</context>
</TS>
