<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n credit(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
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
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not marked yet</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n referral(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n referral(s) given</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
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
        <source>%n slip(s)</source>
        <translation>
            <numerusform>%n papeleta</numerusform>
            <numerusform>%n papeletas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s) and visit(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s) for a meeting that is still to come count nowhere yet</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visita</numerusform>
            <numerusform>%n visitas</numerusform>
        </translation>
    </message>
    <message>
        <source>--from and --to go together; give both</source>
        <translation>--from y --to van juntos; indica los dos</translation>
    </message>
    <message>
        <source>A cell says that it stands at {index}, which cannot be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new chapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A passphrase is needed for {file}; set {variable} or run the command on a terminal</source>
        <translation>Hace falta una contraseña para {file}; define {variable} o ejecuta la orden en un terminal</translation>
    </message>
    <message>
        <source>A4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Ausente</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add chapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add chapter {name}</source>
        <translation>Añadir el grupo {name}</translation>
    </message>
    <message>
        <source>Add closed business thanks to {receiver}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add education of {giver}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add one-to-one of {giver} and {receiver}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add referral of {giver} to {receiver}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add testimonial of {giver} for {receiver}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the holiday of {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add visitor {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All others present ({key})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>An invented region to try everything with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Andorra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another chapter</source>
        <translation>Otro grupo</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Aspirante</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Ha solicitado entrar</translation>
    </message>
    <message>
        <source>Argentina</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Argentine peso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attendance {share}, {referrals}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Australia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Australian dollar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Austria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with an empty chapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belgium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brazil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brazilian real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Business chapter</source>
        <translation>Grupo de negocios</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call announced</source>
        <translation>Llamada anunciada</translation>
    </message>
    <message>
        <source>Called off</source>
        <translation>Suspendida</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canadian dollar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled; nothing was stored</source>
        <translation>Cancelado; no se ha guardado nada</translation>
    </message>
    <message>
        <source>Card given</source>
        <translation>Tarjeta entregada</translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change in referrals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the data of {chapter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chapter {name} added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chapter: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ChapterDesk files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters that the fonts do not have stand as their code: {codes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chilean peso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose how the membership ended: resigned, dropped or transferred</source>
        <translation>Elige el motivo de la baja: voluntaria, por decisión del grupo o traslado</translation>
    </message>
    <message>
        <source>Choose whether the meeting falls on a holiday or is called off</source>
        <translation>Elige si la reunión cae en festivo o se suspende</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Especialidad</translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the file</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colombian peso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns after the first {count} are not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comes as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Cerrada</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Contacted</source>
        <translation>Contactado</translation>
    </message>
    <message>
        <source>Correct slip of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct visitor {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costa Rica</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>Créditos</translation>
    </message>
    <message>
        <source>Cultural association</source>
        <translation>Asociación cultural</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data can be written as .xlsx or .csv, not as “{ending}”; change the ending of the file</source>
        <translation>Los datos se guardan como .xlsx o .csv, no como «{ending}»; cambia la extensión del archivo</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directors and guests</source>
        <translation>Directores y asistentes externos</translation>
    </message>
    <message>
        <source>Dominican Republic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop your files here, or choose them</source>
        <translation type="unfinished"></translation>
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
        <source>Ecuador</source>
        <translation type="unfinished"></translation>
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
        <source>End date</source>
        <translation>Fecha de baja</translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter stores, Esc leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entered in this meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Español</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Euro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Acto</translation>
    </message>
    <message>
        <source>Every slip and visit of a period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody has a mark already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone is present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything can be changed later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything else is in the palette: Ctrl+K.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expect {name}</source>
        <translation type="unfinished"></translation>
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
        <source>Folder for the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Seguimiento</translation>
    </message>
    <message>
        <source>Former member</source>
        <translation>Antiguo miembro</translation>
    </message>
    <message>
        <source>France</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>From another chapter</source>
        <translation>De otro grupo</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given your card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giver</source>
        <translation>Da</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go, do, find: type a few letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>Interés</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>Festivo</translation>
    </message>
    <message>
        <source>Holidays of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import what you have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported total of {period}</source>
        <translation>Total importado de {period}</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>India</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indian rupee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Interna</translation>
    </message>
    <message>
        <source>Interested</source>
        <translation>Interesado</translation>
    </message>
    <message>
        <source>Invited by</source>
        <translation>Invitado por</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Italy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name and its day are enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Japan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Japanese yen</source>
        <translation type="unfinished"></translation>
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
        <source>Kept in {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Kind of group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known person</source>
        <translation>Persona conocida</translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last half-year</source>
        <translation>El semestre pasado</translation>
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
        <source>Letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logo, for the reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Perdido</translation>
    </message>
    <message>
        <source>Mark everyone else present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark everyone who has no mark yet as present: press {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark {name}: {code}</source>
        <translation type="unfinished"></translation>
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
        <source>Meeting sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meets on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Miembro</translation>
    </message>
    <message>
        <source>Member or visitor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Miembros</translation>
    </message>
    <message>
        <source>Members here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members, attendance and slips of your group, kept on this computer alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Membership committee</source>
        <translation>Comité de miembros</translation>
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
        <source>Mexican peso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mexico</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the chapter or group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New or repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No chapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No fixed day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No meeting has taken place yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No public holidays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No slip and no visit falls in these days.</source>
        <translation type="unfinished"></translation>
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
        <source>Nobody visited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not interested</source>
        <translation>No le interesa</translation>
    </message>
    <message>
        <source>Not listed</source>
        <translation>No incluidos</translation>
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
        <source>Nothing is called like that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was counted in these days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was handed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was handed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observer</source>
        <translation>Observador</translation>
    </message>
    <message>
        <source>Of another chapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On leave</source>
        <translation>De baja temporal</translation>
    </message>
    <message>
        <source>One meeting: attendance, slips, visitors and totals</source>
        <translation type="unfinished"></translation>
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
        <source>One-to-ones</source>
        <translation>Uno a uno</translation>
    </message>
    <message>
        <source>One-to-ones, credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other chapter</source>
        <translation>Otro grupo</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Otros</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>Externa</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Renovación vencida</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panama</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parents&apos; association</source>
        <translation>Asociación de madres y padres</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Pendiente</translation>
    </message>
    <message>
        <source>Percentage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peru</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peruvian sol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Phone or e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Plan the meetings of the next weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Prevista</translation>
    </message>
    <message>
        <source>Portugal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pound sterling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Presente</translation>
    </message>
    <message>
        <source>President</source>
        <translation>Presidencia</translation>
    </message>
    <message>
        <source>Press a letter here, or Alt and the letter from anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probation</source>
        <translation>En periodo de prueba</translation>
    </message>
    <message>
        <source>Prospect</source>
        <translation>Posible cliente</translation>
    </message>
    <message numerus="yes">
        <source>Provisional: %n meeting(s) still in progress</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Provisional: the meeting is still in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public holidays of the country and region are known already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quoted</source>
        <translation>Presupuestado</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank by referrals per week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the file takes too long; it may be damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>Recibe</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redone: {what}</source>
        <translation type="unfinished"></translation>
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
        <source>Referrals</source>
        <translation>Referencias</translation>
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
        <translation type="unfinished"></translation>
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
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove slip of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the holiday of {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove visitor {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renewal date</source>
        <translation>Fecha de renovación</translation>
    </message>
    <message>
        <source>Renewal due</source>
        <translation>Renovación pendiente</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat business</source>
        <translation>Cliente repetido</translation>
    </message>
    <message>
        <source>Repeat visit</source>
        <translation>Visita repetida</translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resigned</source>
        <translation>Baja voluntaria</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Cargo</translation>
    </message>
    <message>
        <source>Roll call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in a few words why the meeting is opened again; the log keeps it</source>
        <translation>Explica en pocas palabras por qué se reabre la reunión; queda en el registro</translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secretary/treasurer</source>
        <translation>Secretaría y tesorería</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the words of the sidebar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slips</source>
        <translation>Papeletas</translation>
    </message>
    <message>
        <source>Small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong here. Your data are stored; you can go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaking: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sponsor</source>
        <translation>Padrino</translation>
    </message>
    <message>
        <source>Starts at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Stored for the meeting of {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Substitute</source>
        <translation>Sustituto</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swiss franc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switzerland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away the mark of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testimonial</source>
        <translation>Testimonio</translation>
    </message>
    <message>
        <source>Testimonial of {giver} for {receiver}</source>
        <translation>Testimonio de {giver} para {receiver}</translation>
    </message>
    <message>
        <source>Testimonials</source>
        <translation>Testimonios</translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thanks to</source>
        <translation>Gracias a</translation>
    </message>
    <message>
        <source>Thanks to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That day already is a holiday of the chapter</source>
        <translation>Ese día ya es festivo del grupo</translation>
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
        <source>The chapter has no name; type one</source>
        <translation>El grupo no tiene nombre; escribe uno</translation>
    </message>
    <message>
        <source>The credits are missing; type a number from 1 up</source>
        <translation>Faltan los créditos; escribe un número a partir de 1</translation>
    </message>
    <message>
        <source>The file cannot be written in this folder; choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file expands to far more than an export holds; it is refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has more than {count} rows; divide it and import the parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has no rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds a document type or entities, which no export has; it is refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is XML, but not a spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged after row {number}; export it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged: {detail}</source>
        <translation>El archivo está dañado: {detail}</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is larger than {size} MB; it can hardly be an export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is neither a spreadsheet nor a text table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is of the chapter “{other}”; it is being imported into “{chapter}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files that you open will stand here, the latest first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The heat goes from 1 to 5</source>
        <translation>El interés va de 1 a 5</translation>
    </message>
    <message>
        <source>The imported totals of {period} are left out, because these dates cut them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting of {date} is completed; unlock it first to change it</source>
        <translation>La reunión del {date} está cerrada; reábrela antes de cambiarla</translation>
    </message>
    <message>
        <source>The meeting of {date} was called off; plan it again first</source>
        <translation>La reunión del {date} se suspendió; vuelve a programarla antes</translation>
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
        <source>The other chapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase is empty; {file} was not made</source>
        <translation>La contraseña está vacía; {file} no se ha creado</translation>
    </message>
    <message>
        <source>The period ends ({last}) before it begins ({first}); exchange the two dates</source>
        <translation>El periodo termina ({last}) antes de empezar ({first}); intercambia las dos fechas</translation>
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
        <source>The same one-to-one twice?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same person stands on both sides; change one of the names</source>
        <translation>Es la misma persona en los dos lados; cambia uno de los nombres</translation>
    </message>
    <message>
        <source>The sheet fills with the first roll call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheet reaches to row {number}, which no export does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The spreadsheet is damaged; open it in your spreadsheet program and save it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text cannot be read as a table after row {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passphrases differ; {file} was not made</source>
        <translation>Las dos contraseñas no coinciden; {file} no se ha creado</translation>
    </message>
    <message>
        <source>The whole country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window needs {libraries} of the system; install with: sudo apt install {packages}</source>
        <translation>A la ventana le faltan bibliotecas del sistema ({libraries}); instálalas con: sudo apt install {packages}</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There already is a chapter “{name}”; choose another name</source>
        <translation>Ya hay un grupo «{name}»; elige otro nombre</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
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
        <source>This entry is no longer there; it may have been undone</source>
        <translation>Esta entrada ya no existe; puede que se haya deshecho</translation>
    </message>
    <message>
        <source>This file can only be read: nothing can be changed in it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is no picture that can be used; choose a PNG or a JPEG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file was imported already ({file}); choose to replace what it made, to import it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This half-year</source>
        <translation>Este semestre</translation>
    </message>
    <message>
        <source>This meeting did not take place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This meeting is completed: slips typed now go to the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This meeting is no longer there; it may have been undone</source>
        <translation>Esta reunión ya no existe; puede que se haya deshecho</translation>
    </message>
    <message>
        <source>This meeting is still to come</source>
        <translation type="unfinished"></translation>
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
        <source>This person is no longer in the file; the entry may have been undone</source>
        <translation>Esta persona ya no está en el archivo; puede que se haya deshecho su entrada</translation>
    </message>
    <message>
        <source>This program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This report can be written as {known}, not as “{ending}”; change the ending of the file</source>
        <translation type="unfinished"></translation>
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
        <source>Tier</source>
        <translation>Interna o externa</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Told them you would call</source>
        <translation type="unfinished"></translation>
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
        <source>Transferred</source>
        <translation>Traslado a otro grupo</translation>
    </message>
    <message>
        <source>Type letters to find a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the day, for example {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the name of the chapter or group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>US dollar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>United States</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uruguay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vacant</source>
        <translation>Libre</translation>
    </message>
    <message>
        <source>Very large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vice-president</source>
        <translation>Vicepresidencia</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visit number {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visit number {count} of {name}: time to ask about joining</source>
        <translation type="unfinished"></translation>
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
        <source>Wanted</source>
        <translation>Se busca</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which chapter? Then Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who gives it is missing; type a name</source>
        <translation>Falta quién la da; escribe un nombre</translation>
    </message>
    <message>
        <source>Who invited {name} is missing</source>
        <translation>Falta quién invitó a {name}</translation>
    </message>
    <message>
        <source>Who invited?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who receives it is missing; type a name</source>
        <translation>Falta quién la recibe; escribe un nombre</translation>
    </message>
    <message>
        <source>Who stood in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who stood in? A name, or Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who stood in? Press Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Whose are they? %n file(s) will be imported next.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Whose business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With</source>
        <translation>Con</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>Ganado</translation>
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
        <source>Young entrepreneurs</source>
        <translation>Jóvenes empresarios</translation>
    </message>
    <message>
        <source>Your files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attendance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before: {figure}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed_business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did not come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>education</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for example: Alameda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>giver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>help keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invited by {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made {made}</source>
        <translation>creado: {made}</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>not matched: {name}</source>
        <translation>sin reconocer: {name}</translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>nada nuevo</translation>
    </message>
    <message>
        <source>one_to_one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other chapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reason, if you like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>receiver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>referral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>referrals_per_week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused: {reason}</source>
        <translation>rechazado: {reason}</translation>
    </message>
    <message>
        <source>row {row}, {column}: {text}</source>
        <translation>fila {row}, {column}: {text}</translation>
    </message>
    <message>
        <source>rows: {rows}, people matched: {matched}</source>
        <translation>filas: {rows}, personas reconocidas: {matched}</translation>
    </message>
    <message>
        <source>testimonial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file&apos;s Total differs in {column}: {amount}</source>
        <translation>el Total del archivo difiere en {column}: {amount}</translation>
    </message>
    <message>
        <source>tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown format</source>
        <translation>formato desconocido</translation>
    </message>
    <message>
        <source>visitor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where the chapter meets</source>
        <translation type="unfinished"></translation>
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
        <source>{absent} absent, {substituted} substituted</source>
        <translation type="unfinished"></translation>
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
        <source>{count} members have no mark</source>
        <translation>Miembros sin marcar: {count}</translation>
    </message>
    <message>
        <source>{count} members have no mark yet, {name} for one; mark them, or say they were absent</source>
        <translation>Quedan {count} miembros sin marcar, por ejemplo {name}; márcalos o di que faltaron</translation>
    </message>
    <message>
        <source>{count} rows of “{table}” point at rows of “{target}” that are not there</source>
        <translation>{count} filas de «{table}» remiten a filas de «{target}» que no existen</translation>
    </message>
    <message>
        <source>{file} already exists; choose another name</source>
        <translation>{file} ya existe; elige otro nombre</translation>
    </message>
    <message>
        <source>{file} could not be updated; it was left as it is</source>
        <translation>No se ha podido actualizar {file}; se ha dejado como estaba</translation>
    </message>
    <message>
        <source>{file} could not be written to {folder}: {reason}; choose another folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} does not exist</source>
        <translation>{file} no existe</translation>
    </message>
    <message>
        <source>{file} has {count} faults; open a backup, or send the list above with a copy of the file</source>
        <translation>{file} tiene {count} fallos; abre una copia de seguridad o envía la lista anterior con una copia del archivo</translation>
    </message>
    <message>
        <source>{file} is damaged or not a ChapterDesk file; it was left as it is</source>
        <translation>{file} está dañado o no es un archivo de ChapterDesk; se ha dejado como estaba</translation>
    </message>
    <message>
        <source>{file} is empty; it was left as it is</source>
        <translation>{file} está vacío; se ha dejado como estaba</translation>
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
        <source>{file} is open in another window; go on there, or close it first</source>
        <translation>{file} está abierto en otra ventana; sigue en ella o ciérrala antes</translation>
    </message>
    <message>
        <source>{file} is protected</source>
        <translation type="unfinished"></translation>
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
        <source>{file} needs its passphrase</source>
        <translation>{file} necesita su contraseña</translation>
    </message>
    <message>
        <source>{file} needs its passphrase; set {variable} or run the command on a terminal</source>
        <translation>{file} necesita su contraseña; define {variable} o ejecuta la orden en un terminal</translation>
    </message>
    <message>
        <source>{file} was made by a newer ChapterDesk; update the program to open it. The file was left as it is</source>
        <translation>{file} se creó con una versión más nueva de ChapterDesk; actualiza el programa para abrirlo. El archivo se ha dejado como estaba</translation>
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
        <source>{here} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{inside} inside, {outside} outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} already is a visitor of this meeting</source>
        <translation>{name} ya figura como invitado de esta reunión</translation>
    </message>
    <message>
        <source>{name} has arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has not arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a member at that time already; end that membership first</source>
        <translation>{name} ya es miembro en esas fechas; dale antes de baja</translation>
    </message>
    <message>
        <source>{name} is a member; mark them in the roll call, or add a second name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not in this file yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was expected and has not arrived</source>
        <translation>Se esperaba a {name} y no ha llegado</translation>
    </message>
    <message>
        <source>{name}, not marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, substitute: {substitute}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {code}</source>
        <translation type="unfinished"></translation>
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
        <source>{present} of {members} present, {referrals}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{problem} (see {command} --help)</source>
        <translation>{problem} (véase {command} --help)</translation>
    </message>
    <message>
        <source>{substitute} stands in for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{wanted} is held open by another program; written as {file}</source>
        <translation>Otro programa tiene abierto {wanted}; se ha guardado como {file}</translation>
    </message>
    <message>
        <source>{what}: {letter}, or Alt+{letter} from anywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” can mean more than one member; say which one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is no number of credits; type a number from 1 up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not an amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not an amount; type it like 1234.56</source>
        <translation>«{text}» no es un importe; escríbelo así: 1234,56</translation>
    </message>
    <message>
        <source>“{word}” is neither a file nor a command; chapterdesk --help lists the commands</source>
        <translation>«{word}» no es un archivo ni una orden; chapterdesk --help muestra las órdenes</translation>
    </message>
</context>
<context>
    <name>context</name>
    <message>
        <source>Suggestions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>edition.words</name>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made on {date}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
