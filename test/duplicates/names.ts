// Names as they are given in Central Sulawesi: Kaili, Bugis, Javanese, Pamona, Minahasan. The frequent ones first.
export const women =
  'Siti Nur Sri Fitri Dewi Rahmawati Aminah Aisyah Hasnah Nurhayati Yuliana Wahyuni Kartini Rosmini Masita Suriani Hartati Jumriah Nirmala Marlina Fatimah Khadijah Zulaikha Maryam Salma Hadijah Rukmini Nurjannah Nuraini Nurlaela Yanti Erni Ratna Indrawati Megawati Lisnawati Damayanti Sulastri Endang Kasmawati Hasriani Asriani Mirnawati Jumiati Rahmatia Sitti Nurfadillah Syarifah Yusriani Zaenab Hajrah Rabiah Saniah Halimah Masnah Ernawati Susanti Anita Novita Selvi Meylan Febriani Oktaviani Agustina Desi Ester Yohana Marthina Debora Naomi Ruth Selfina Yuningsih Widyawati Puspita Lestari Anggraini Safitri Handayani Ramlah Mardiana Rosdiana Hermawati Kurniawati Suhartini Sukmawati Isnawati Djumiati Tjahaya Hasmawati'.split(
    ' ',
  )
export const men =
  'Muhammad Ahmad Abdul Andi Agus Rizki Arif Irwan Hasan Syamsuddin Rahman Yusuf Ibrahim Ismail Usman Umar Ridwan Iskandar Herman Sudirman Suparman Sukardi Supriadi Rusdi Rusli Ruslan Anwar Amir Hamzah Idris Ilham Fadli Fadil Fajar Firman Faisal Hidayat Syahrul Syaiful Saifuddin Zainuddin Baharuddin Jamaluddin Nasruddin Kamaruddin Tajuddin Burhan Darwis Djafar Tjatra Asdar Asmar Askar Hendra Hendrik Yohanis Markus Lukas Yosua Samuel Daniel Stefanus Petrus Alfian Akbar Aditya Bayu Dedi Eko Gunawan Joko Kusnadi Mulyadi Nugroho Prasetyo Purnomo Setiawan Sutrisno Wahyudi Yanto Zulkifli Zulfikar Lamading Lasimpo Mangge Palalo Tandigau'.split(
    ' ',
  )
export const last =
  'Lamakarate Lapasere Pakaya Tolago Marunduh Mangun Tampubolon Labado Latjuba Lahay Djirimu Pettalolo Yotolembah Toheke Tagunu Sigilipu Pelima Bungkudapu Tumonggi Kabose Rumpa Ladjim Borman Lembah Podungge Mokoginta Ointu Datuamas Ponulele Tadulako Rante Tobondo Pasau Gintu Badjeber'.split(
    ' ',
  )
