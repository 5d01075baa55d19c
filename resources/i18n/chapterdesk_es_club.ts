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
        <source>%n seat(s) wanted</source>
        <translation>
            <numerusform>se busca %n sección</numerusform>
            <numerusform>se buscan %n secciones</numerusform>
        </translation>
    </message>
    <message>
        <source>A new chapter</source>
        <translation>Un club nuevo</translation>
    </message>
    <message>
        <source>Add chapter</source>
        <translation>Añadir club</translation>
    </message>
    <message>
        <source>Add chapter {name}</source>
        <translation>Añadir el club {name}</translation>
    </message>
    <message>
        <source>Another chapter</source>
        <translation>Otro club</translation>
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
        <source>Begin with an empty chapter</source>
        <translation>Empezar con un club vacío</translation>
    </message>
    <message>
        <source>Chapter {name} added</source>
        <translation>Club {name} añadido</translation>
    </message>
    <message>
        <source>Chapter: {name}</source>
        <translation>Club: {name}</translation>
    </message>
    <message>
        <source>Choose how the membership ended: resigned, dropped or transferred</source>
        <translation>Elige el motivo de la baja: voluntaria, por decisión del club o traslado</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Sección</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Baja por acuerdo de la junta</translation>
    </message>
    <message>
        <source>Former member</source>
        <translation>Antiguo socio</translation>
    </message>
    <message>
        <source>Free seats</source>
        <translation>Secciones libres</translation>
    </message>
    <message>
        <source>From another chapter</source>
        <translation>De otro club</translation>
    </message>
    <message>
        <source>In grey: no longer members at the end of the period.</source>
        <translation>En gris: ya no eran socios al final del periodo.</translation>
    </message>
    <message>
        <source>Language of the group</source>
        <translation>Idioma del club</translation>
    </message>
    <message>
        <source>Leadership team</source>
        <translation>Junta directiva</translation>
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
        <source>Members with their seats and roles</source>
        <translation>Socios con su sección y sus cargos</translation>
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
        <source>Name of the chapter or group</source>
        <translation>Nombre del club</translation>
    </message>
    <message>
        <source>New chapter</source>
        <translation>Club nuevo</translation>
    </message>
    <message>
        <source>No chapter</source>
        <translation>Ningún club</translation>
    </message>
    <message>
        <source>No members yet</source>
        <translation>Todavía no hay socios</translation>
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
        <source>Other chapter</source>
        <translation>Otro club</translation>
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
        <source>Somebody who wants to hear from the member: they know that the call will come.</source>
        <translation>Alguien que espera la llamada del socio y sabe que se va a producir.</translation>
    </message>
    <message>
        <source>Sponsor</source>
        <translation>Presentado por</translation>
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
        <source>The chapter has no name; type one</source>
        <translation>El club no tiene nombre; escribe uno</translation>
    </message>
    <message>
        <source>There already is a chapter “{name}”; choose another name</source>
        <translation>Ya hay un club «{name}»; elige otro nombre</translation>
    </message>
    <message>
        <source>There is no chapter “{name}” in the file; it has: {known}</source>
        <translation>En el archivo no hay ningún club «{name}»; tiene: {known}</translation>
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
        <source>Transferred</source>
        <translation>Traslado a otro club</translation>
    </message>
    <message>
        <source>Two members met to get to know each other better. One slip for both.</source>
        <translation>Dos socios se han reunido para conocerse mejor. Una papeleta para los dos.</translation>
    </message>
    <message>
        <source>Type the name of the chapter or group.</source>
        <translation>Escribe el nombre del club.</translation>
    </message>
    <message>
        <source>Unknown people of summaries, attendance and lists become members</source>
        <translation>Las personas desconocidas de resúmenes, asistencias y listas pasan a ser socios</translation>
    </message>
    <message>
        <source>What you learned for your business or the chapter: one credit an hour.</source>
        <translation>Lo que has aprendido para tu negocio o para el club: un crédito por hora.</translation>
    </message>
    <message numerus="yes">
        <source>Whose are they? %n file(s) will be imported next.</source>
        <translation>
            <numerusform>¿De qué club es? Después se importará %n archivo.</numerusform>
            <numerusform>¿De qué club son? Después se importarán %n archivos.</numerusform>
        </translation>
    </message>
    <message>
        <source>becomes a member</source>
        <translation>pasa a ser socio</translation>
    </message>
    <message>
        <source>is of another chapter</source>
        <translation>es de otro club</translation>
    </message>
    <message>
        <source>new members</source>
        <translation>socios nuevos</translation>
    </message>
    <message>
        <source>other chapter</source>
        <translation>otro club</translation>
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
        <source>{chapter}: {count} slips stand in a meeting of another chapter</source>
        <translation>{chapter}: {count} papeletas están en una reunión de otro club</translation>
    </message>
    <message>
        <source>{count} members have no mark</source>
        <translation>Socios sin marcar: {count}</translation>
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
        <source>{file} is ready, with the chapter {chapter}</source>
        <translation>{file} está listo, con el club {chapter}</translation>
    </message>
    <message>
        <source>{name} is a member at that time already; end that membership first</source>
        <translation>{name} ya es socio en esas fechas; dale antes de baja</translation>
    </message>
</context>
</TS>
